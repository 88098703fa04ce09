import { Button, Drawer, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Bytes, Evidence, Reading } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/states';
import { useWide } from '../../ui/wide';
import { DocumentText, type DocumentHandle, type LineMode } from './DocumentText';
import { MarkLegend } from './MarkLegend';
import { marksOf, type Mark } from './marks';
import { SidePanel } from './SidePanel';
import './report.css';

interface Props {
  text: string;
  reading: Reading;
  /** The annex handed in with the text; null where there is none to compare with. */
  annex: Evidence[] | null;
  /** The place the reader was sent to. */
  target: Bytes | null;
}

/** A text with what was read out of it: the document, and beside it findings, citations and the place chosen. */
export function ReportView({ text, reading, annex, target }: Props) {
  const { t } = useText();
  const wide = useWide(1000);
  const marks = useMemo(() => marksOf(text, reading, target), [text, reading, target?.[0], target?.[1]]);
  const [chosen, setChosen] = useState<Mark | null>(null);
  const [drawer, setDrawer] = useState(false);
  const [lines, setLines] = useState<LineMode>('flow');
  const document = useRef<DocumentHandle>(null);

  useEffect(() => {
    const asked = marks.find(({ kind }) => kind === 'target');
    if (asked) document.current?.reveal(asked);
  }, [marks]);

  const show = (mark: Mark) => {
    setChosen(mark);
    setDrawer(false);
    document.current?.reveal(mark);
  };
  const chooseInText = (mark: Mark) => {
    setChosen(mark);
    setDrawer(true);
  };
  const chooseInList = wide ? show : setChosen;

  if (text.trim() === '') return <Notice icon="document" title={t('report.empty.title')} text={t('report.empty.text')} />;
  const side = <SidePanel text={text} marks={marks} annex={annex} chosen={chosen} choose={chooseInList} show={show} clear={() => setChosen(null)} />;
  return (
    <div className="report-body">
      <section className="panel document-panel" aria-label={t('report.document')}>
        <div className="document-head">
          <MarkLegend marks={marks} />
          <Segmented<LineMode> name="lines" aria-label={t('report.lines')} value={lines} onChange={setLines}
            options={[{ value: 'flow', label: t('report.lines.flow') }, { value: 'source', label: t('report.lines.source') }]} />
        </div>
        <DocumentText ref={document} text={text} marks={marks} chosen={chosen} choose={chooseInText} lines={lines} />
      </section>
      {wide ? (
        <aside className="side panel" aria-label={t('report.side')}>{side}</aside>
      ) : (
        <>
          <div className="side-bar">
            <Button block type="primary" size="large" onClick={() => setDrawer(true)} icon={<Icon name="note" />} aria-haspopup="dialog">
              {t('report.findings')} {reading.findings.length} · {t('report.citations')} {reading.citations.length}
            </Button>
          </div>
          <Drawer open={drawer} onClose={() => setDrawer(false)} placement="bottom" size="82%" closable={false} aria-label={t('report.side')} className="side-drawer">
            <div className="drawer-head">
              <strong>{t('report.side')}</strong>
              <button type="button" className="tool-button" aria-label={t('app.close')} onClick={() => setDrawer(false)}><Icon name="close" /></button>
            </div>
            {side}
          </Drawer>
        </>
      )}
    </div>
  );
}
