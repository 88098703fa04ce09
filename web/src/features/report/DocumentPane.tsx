import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../../locales/text';
import type { LineMode } from './BlockText';
import { DocumentText } from './DocumentText';
import { MarkLegend } from './MarkLegend';
import type { Mark } from './marks';
import { PageImages } from './PageImages';
import type { Prepared } from './prepare';
import type { Spot } from './spot';

interface Props {
  prepared: Prepared;
  /** The uploaded document whose pages can be shown; null where there are no pages. */
  document: string | null;
  chosen: Mark | null;
  spot: Spot | null;
  accepted: ReadonlySet<string>;
  pick: (mark: Mark, from: 'text' | 'keys') => void;
  view: View;
  /** Null where the switch between text and pages stands elsewhere. */
  setView: ((view: View) => void) | null;
  /** Whether this pane scrolls by itself or the window does. */
  scrolls: 'itself' | 'window';
  /** Stands before the switches. */
  lead?: ReactNode;
}

export type View = 'text' | 'pages';

/** The document itself, as text with its marks or as pictures of its pages. */
export function DocumentPane({ prepared, document, chosen, spot, accepted, pick, view, setView, scrolls, lead }: Props) {
  const { t } = useText();
  const [lines, setLines] = useState<LineMode>('flow');
  const [element, setElement] = useState<HTMLElement | null>(null);
  const scroller = scrolls === 'itself' ? element : null;
  const ready = scrolls === 'window' || element !== null;
  const hasPages = document !== null && prepared.pages.length > 0;
  return (
    <section className="panel document-panel" aria-label={t('report.document')}>
      <h2 className="hidden-visually">{t('report.document')}</h2>
      <div className="document-head">
        {lead}
        {view === 'text' && <MarkLegend marks={prepared.marks} />}
        <span className="document-switches">
          {view === 'text' && (
            <Segmented<LineMode> className="lines-switch" name="lines" size="small" aria-label={t('report.lines')} value={lines} onChange={setLines}
              options={[{ value: 'flow', label: t('report.lines.flow') }, { value: 'source', label: t('report.lines.source') }]} />
          )}
          {hasPages && setView && (
            <Segmented<View> name="view" size="small" aria-label={t('report.view')} value={view} onChange={setView}
              options={[{ value: 'text', label: t('report.view.text') }, { value: 'pages', label: t('report.view.pages') }]} />
          )}
        </span>
      </div>
      <div ref={setElement} className="document-scroll" tabIndex={scrolls === 'itself' ? 0 : undefined} role="region" aria-label={t(view === 'text' ? 'report.view.text' : 'report.view.pages')}>
        {ready && (view === 'text' || !hasPages
          ? <DocumentText prepared={prepared} chosen={chosen} spot={spot} accepted={accepted} pick={pick} lines={lines} scroller={scroller} />
          : <PageImages document={document} pages={prepared.pages} spot={spot} scroller={scroller} />)}
      </div>
    </section>
  );
}
