import { Button } from 'antd';
import { useState } from 'react';
import type { Criterion } from '../../api/types';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Icon } from '../../ui/Icon';
import { AssumedMark, Gap, PointsBar, StateChip } from '../../ui/points';
import { groupCodes, isGroup, openRows, type Row } from './tree';

interface Props {
  criteria: Criterion[];
  /** Address of the assessment as a list. */
  list: string;
  chosen: string | null;
  choose: (code: string) => void;
}

/** The indicator set as a table that opens group by group; a leaf, or the points of a group, opens the explanation. */
export function CriterionTree({ criteria, list, chosen, choose }: Props) {
  const { t } = useText();
  const groups = groupCodes(criteria);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(groups));
  const toggle = (code: string) => {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  };
  return (
    <section className="panel tree-panel" aria-labelledby="criteria-title">
      <div className="tree-head">
        <h2 id="criteria-title">{t('assessment.criteria')}</h2>
        <Button size="small" disabled={open.size === groups.length} onClick={() => setOpen(new Set(groups))}>{t('assessment.expand_all')}</Button>
        <Button size="small" disabled={open.size === 0} onClick={() => setOpen(new Set())}>{t('assessment.collapse_all')}</Button>
        <Export list={list} />
      </div>
      <table className="tree-table">
        <thead>
          <tr>
            <th scope="col">{t('assessment.column.criterion')}</th>
            <th scope="col" className="number">{t('assessment.column.points')}</th>
            <th scope="col" className="number">{t('assessment.column.self')}</th>
            <th scope="col" className="number" title={t('gap.hint')}>{t('assessment.column.gap')}</th>
            <th scope="col">{t('assessment.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {openRows(criteria, open).map((row) => (
            <TreeRow key={row.criterion.code} row={row} open={open.has(row.criterion.code)} chosen={row.criterion.code === chosen} toggle={toggle} choose={choose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: Row;
  open: boolean;
  chosen: boolean;
  toggle: (code: string) => void;
  choose: (code: string) => void;
}

function TreeRow({ row: { criterion, level }, open, chosen, toggle, choose }: RowProps) {
  const { t, decimal } = useText();
  const group = isGroup(criterion);
  const { points, self, gap, state } = criterion;
  return (
    <tr className={`level-${Math.min(level, 2)} ${group ? 'group' : 'leaf'} state-${state}${chosen ? ' chosen' : ''}`}>
      <th scope="row">{group ? <GroupName criterion={criterion} open={open} toggle={toggle} /> : <LeafName criterion={criterion} chosen={chosen} choose={choose} />}</th>
      <td className="number tree-points">
        {group ? (
          <button type="button" className="plain-button group-points" aria-pressed={chosen} title={t('explanation.title', { code: criterion.code })} onClick={() => choose(criterion.code)}>
            <PointsOf criterion={criterion} />
            <PointsBar points={points} />
          </button>
        ) : (
          <PointsOf criterion={criterion} />
        )}
      </td>
      <td className="number" data-label={t('assessment.column.self')}>{self === null ? <span className="soft">–</span> : decimal(self)}</td>
      <td className="number" data-label={t('assessment.column.gap')}><Gap value={gap} /></td>
      <td className="tree-state">{(!group || state !== 'scored') && <StateChip state={state} reached={points.reached} />}</td>
    </tr>
  );
}

function PointsOf({ criterion: { state, points, provenance } }: { criterion: Criterion }) {
  const { decimal } = useText();
  return (
    <>
      <span className="reached-value">{state === 'scored' ? decimal(points.reached) : '–'}</span>
      <span className="soft"> / {decimal(points.maximum)}</span>
      {provenance === 'assumed' ? <AssumedMark /> : <span className="assumed-space" />}
    </>
  );
}

function Name({ criterion }: { criterion: Criterion }) {
  const { words } = useText();
  return (
    <>
      <span className="criterion-code">{criterion.code}</span>
      <span className="criterion-title">{words(criterion.title)}</span>
    </>
  );
}

function GroupName({ criterion, open, toggle }: { criterion: Criterion; open: boolean; toggle: (code: string) => void }) {
  return (
    <button type="button" className="plain-button tree-name" aria-expanded={open} onClick={() => toggle(criterion.code)}>
      <span className={open ? 'turn open' : 'turn'}><Icon name="chevron" size={12} /></span>
      <Name criterion={criterion} />
    </button>
  );
}

function LeafName({ criterion, chosen, choose }: { criterion: Criterion; chosen: boolean; choose: (code: string) => void }) {
  return (
    <button type="button" className="plain-button tree-name" aria-pressed={chosen} onClick={() => choose(criterion.code)}>
      <span className="turn" />
      <Name criterion={criterion} />
    </button>
  );
}
