import { Button, Drawer } from 'antd';
import { lazy, Suspense, use, useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import type { ReportSource } from '../../api/queries';
import type { Acceptance, Bytes, Evidence, Extraction, Reading } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, Notice } from '../../ui/states';
import { useWide } from '../../ui/wide';
import { ReportContext } from './acceptance';
import { DocumentPane, type View } from './DocumentPane';
import type { Mark, Place } from './marks';
import { OutlinePanel } from './OutlinePanel';
import { prepare } from './prepare';
import { SidePanel, tabOf, type Tab } from './SidePanel';
import { ViewPosition, ViewPositionContext, type Spot } from './spot';
import './report.css';
import './side.css';

const EvidenceViewer = lazy(async () => ({ default: (await import('./EvidenceViewer')).EvidenceViewer }));

interface Props {
  source: ReportSource;
  text: string;
  reading: Reading;
  extraction: Extraction | null;
  acceptances: readonly Acceptance[];
  /** The annex handed in with the text; null where there is none to compare with. */
  annex: readonly Evidence[] | null;
  /** The place the reader was sent to. */
  target: Bytes | null;
  mayAccept: boolean;
}

/** A text with what was read out of it: outline, document and findings, which follow each other. */
export function ReportView({ source, text, reading, extraction, acceptances, annex, target, mayAccept }: Props) {
  const { t } = useText();
  const prepared = useMemo(() => prepare(text, reading, extraction, target), [text, reading, extraction, target?.[0], target?.[1]]);
  const accepted = useMemo(() => new Set(acceptances.map(({ finding }) => finding)), [acceptances]);
  const context = useMemo(() => ({ source, mayAccept, acceptances: new Map(acceptances.map((one) => [one.finding, one])) }), [source.kind, source.id, mayAccept, acceptances]);
  const [viewPosition] = useState(() => new ViewPosition());
  if (text.trim() === '') return <Notice icon="document" title={t('report.empty.title')} text={t('report.empty.text')} />;
  return (
    <ReportContext value={context}>
      <ViewPositionContext value={viewPosition}>
        <Workbench prepared={prepared} accepted={accepted} annex={annex} source={source} />
      </ViewPositionContext>
    </ReportContext>
  );
}

interface WorkbenchProps {
  prepared: ReturnType<typeof prepare>;
  accepted: ReadonlySet<string>;
  annex: readonly Evidence[] | null;
  source: ReportSource;
}

type Part = 'outline' | 'side';

function Workbench({ prepared, accepted, annex, source }: WorkbenchProps) {
  const { t } = useText();
  const viewPosition = use(ViewPositionContext);
  const twoParts = useWide(1000);
  const threeParts = useWide(1240);
  const [chosen, setChosen] = useState<Mark | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [tab, setTab] = useState<Tab>('findings');
  const [view, setView] = useState<View>('text');
  const [drawer, setDrawer] = useState<Part | null>(null);
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const open = useMemo(() => prepared.marks.filter((mark) => mark.kind === 'finding' && !accepted.has(mark.value.id)), [prepared, accepted]);

  useEffect(() => {
    const asked = prepared.byId.get('target-0');
    setChosen(null);
    setSpot(asked ? { place: asked, from: 'address' } : null);
    if (asked) viewPosition.pin(asked.start);
  }, [prepared, viewPosition]);

  const follow = (place: Place, from: Spot['from']) => {
    setSpot({ place, from });
    viewPosition.pin(place.start);
  };
  const choose = (mark: Mark, from: Spot['from']) => {
    setChosen(mark);
    follow(mark, from);
    setTab(tabOf(mark.kind));
  };
  const pickInText = (mark: Mark, from: 'text' | 'keys') => {
    choose(mark, from);
    if (!twoParts) setDrawer('side');
  };
  const back = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && chosen && twoParts) go(chosen);
  };
  const toggle = (mark: Mark) => (mark === chosen ? setChosen(null) : choose(mark, 'list'));
  const go = (place: Place) => {
    follow(place, 'outline');
    setDrawer(null);
  };
  const tools = { text: prepared.text, pages: prepared.pages, pick: (mark: Mark) => choose(mark, 'address'), show: go };
  const hasPages = source.kind === 'documents' && prepared.pages.length > 0;
  const otherView: View = view === 'text' ? 'pages' : 'text';
  const outline = <OutlinePanel outline={prepared.outline} open={open} go={go} />;
  const side = <SidePanel {...{ prepared, annex, accepted, tab, setTab, chosen, spot, toggle, tools }} openEvidence={setEvidence} />;
  return (
    <div className="workbench">
      {threeParts && <aside className="panel outline-panel" aria-label={t('report.outline')}><h2 className="hidden-visually">{t('report.outline')}</h2>{outline}</aside>}
      <DocumentPane prepared={prepared} document={hasPages ? source.id : null} view={view} setView={twoParts ? setView : null} chosen={chosen} spot={spot} accepted={accepted} pick={pickInText}
        scrolls={twoParts ? 'itself' : 'window'}
        lead={twoParts && !threeParts && <Button size="small" icon={<Icon name="list" size={14} />} aria-haspopup="dialog" onClick={() => setDrawer('outline')}>{t('report.outline')}</Button>} />
      {twoParts && <aside className="panel side-panel" aria-label={t('report.side')} onKeyDown={back}><h2 className="hidden-visually">{t('report.side')}</h2>{side}</aside>}
      {!twoParts && (
        <div className="part-bar">
          <Button size="large" icon={<Icon name="list" />} onClick={() => setDrawer('outline')} aria-haspopup="dialog">{t('report.outline')}</Button>
          {hasPages && <Button size="large" icon={<Icon name="document" />} onClick={() => setView(otherView)}>{t(`report.view.${otherView}`)}</Button>}
          <Button size="large" type="primary" icon={<Icon name="note" />} onClick={() => setDrawer('side')} aria-haspopup="dialog">{t('report.findings')} {open.length}</Button>
        </div>
      )}
      {!threeParts && <PartDrawer title={t('report.outline')} open={drawer === 'outline'} close={() => setDrawer(null)} placement={twoParts ? 'left' : 'bottom'}>{outline}</PartDrawer>}
      {!twoParts && <PartDrawer title={t('report.side')} open={drawer === 'side'} close={() => setDrawer(null)} placement="bottom">{side}</PartDrawer>}
      <p className="hidden-visually" role="status">{chosen && spot?.from === 'text' && <Told mark={chosen} />}</p>
      {evidence && <Suspense fallback={<Loading />}><EvidenceViewer source={source} evidence={evidence} close={() => setEvidence(null)} /></Suspense>}
    </div>
  );
}

/** What is read out when a place of the text is opened: the focus stays in the text, the row opens beside it. */
function Told({ mark }: { mark: Mark }) {
  const { t, words, decimal } = useText();
  if (mark.kind === 'finding') return <>{t(`severity.${mark.value.severity}`)}: {words(mark.value.message)}</>;
  if (mark.kind === 'citation') return <span lang="vi">{mark.value.type} {mark.value.number}</span>;
  if (mark.kind === 'figure') return <>{decimal(mark.value.value)} {mark.value.unit}</>;
  return <>{t(`report.mark.${mark.kind as 'claim'}`)}</>;
}

function PartDrawer({ title, open, close, placement, children }: { title: string; open: boolean; close: () => void; placement: 'left' | 'bottom'; children: React.ReactNode }) {
  const { t } = useText();
  return (
    <Drawer open={open} onClose={close} placement={placement} size={placement === 'left' ? 340 : '82%'} closable={false} aria-label={title} className="part-drawer" destroyOnHidden>
      <div className="drawer-head">
        <h2>{title}</h2>
        <button type="button" className="tool-button" aria-label={t('app.close')} onClick={close}><Icon name="close" /></button>
      </div>
      {children}
    </Drawer>
  );
}
