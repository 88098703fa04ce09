import { useMemo, useState } from 'react';
import { useText } from '../../locales/text';
import { Filters } from '../../ui/Filters';
import { ClaimChip, ClaimLines } from './ClaimLines';
import { FigureDetail, FigureHead } from './FigureDetail';
import { passes, type FigureFilter, type FigureMark } from './figures';
import { overlapping, type Mark } from './marks';
import { MarkRows } from './MarkRows';
import { indexToShow } from './near';
import { quote } from './quote';
import { AlsoHere, PlaceLine, SideRow, type RowTools } from './SideRow';
import type { Spot } from './spot';

interface Props {
  marks: readonly FigureMark[];
  all: readonly Mark[];
  chosen: Mark | null;
  spot: Spot | null;
  toggle: (mark: Mark) => void;
  tools: RowTools;
}

const filters: readonly FigureFilter[] = ['all', 'figure', 'items', 'check', 'claim', 'fails', 'none'];

export function FigureList({ marks, all, chosen, spot, toggle, tools }: Props) {
  const { t } = useText();
  const [filter, setFilter] = useState<FigureFilter>('all');
  const shown = useMemo(() => marks.filter((mark) => mark === chosen || passes(mark, filter)), [marks, filter, chosen]);
  const options = useMemo(() => filters.map((value) => ({ value, label: t(`report.figures.${value}`), count: marks.filter((mark) => passes(mark, value)).length })), [marks, t]);
  if (marks.length === 0) return <p className="soft side-empty">{t('report.no_figures')}</p>;
  return (
    <>
      <div className="side-filters"><Filters label={t('report.figures.filter')} value={filter} onChange={setFilter} options={options} /></div>
      <MarkRows key={filter} label={t('report.figures')} items={shown} keyOf={({ id }) => id} height={68} current={indexToShow(shown, spot)} spot={spot}
        row={(mark) => <FigureRow mark={mark} open={mark === chosen} all={all} toggle={toggle} tools={tools} />} />
    </>
  );
}

function FigureRow({ mark, open, all, toggle, tools }: { mark: FigureMark; open: boolean } & Pick<Props, 'all' | 'toggle' | 'tools'>) {
  return (
    <SideRow open={open} toggle={() => toggle(mark)} head={<span className="side-words"><RowHead mark={mark} text={tools.text} /></span>}>
      {() => (
        <>
          {mark.kind === 'figure' && <FigureDetail figure={mark.value} />}
          {mark.kind === 'claim' && <ClaimLines claim={mark.value} />}
          <PlaceLine place={mark} tools={tools} />
          <AlsoHere others={overlapping(all, mark)} tools={tools} />
        </>
      )}
    </SideRow>
  );
}

function RowHead({ mark, text }: { mark: FigureMark; text: string }) {
  const { t } = useText();
  if (mark.kind === 'figure') return <FigureHead figure={mark.value} />;
  const words = <span className="side-quote" lang="vi">{quote(text, mark.start, mark.end)}</span>;
  if (mark.kind === 'none') return <><span>{t('report.mark.none')}</span>{words}</>;
  return <><span className="side-chips">{t(`report.mark.claim.${mark.value.kind}`)} <ClaimChip claim={mark.value} /></span>{words}</>;
}
