import { Input } from 'antd';
import type { CriterionWork } from '../../api/types';
import { useText } from '../../locales/text';
import { Filters } from '../../ui/Filters';
import { Icon } from '../../ui/Icon';
import { filtersOf, isUnanswered, type LeafFilter, type LeafGroup } from './criteria';
import { WorkChip } from './parts';

interface Props {
  leaves: readonly CriterionWork[];
  groups: readonly LeafGroup[];
  filter: LeafFilter;
  setFilter: (filter: LeafFilter) => void;
  search: string;
  setSearch: (search: string) => void;
  chosen: string | null;
  choose: (code: string) => void;
  unsaved: ReadonlySet<string>;
}

/** The criteria of the file by heading, each with where it stands; what is not answered or not saved says so. */
export function CriterionList({ leaves, groups, filter, setFilter, search, setSearch, chosen, choose, unsaved }: Props) {
  const { t, words } = useText();
  const options = filtersOf(leaves).map(({ value, count }) => ({ value, count, label: t(value === 'all' || value === 'unanswered' ? `work.filter.${value}` : `work.state.${value}`) }));
  const shown = options.some(({ value }) => value === filter) ? options : [...options, { value: filter, count: 0, label: t(filter === 'all' || filter === 'unanswered' ? `work.filter.${filter}` : `work.state.${filter}`) }];
  return (
    <div className="leaf-list">
      <div className="leaf-tools">
        <Input allowClear size="small" prefix={<Icon name="search" size={13} />} aria-label={t('work.list.search')} placeholder={t('work.list.search')} value={search} onChange={(event) => setSearch(event.target.value)} />
        <Filters label={t('work.list.filter')} options={shown} value={filter} onChange={setFilter} />
      </div>
      {groups.length === 0 && <p className="soft leaf-none" role="status">{t('work.list.none')}</p>}
      {groups.map((group) => (
        <section key={group.code} aria-label={`${group.code} ${words(group.title)}`}>
          <h3 className="leaf-group">{group.code} {words(group.title)}</h3>
          <ul>
            {group.leaves.map((leaf) => <li key={leaf.code}><Leaf leaf={leaf} chosen={leaf.code === chosen} choose={choose} unsaved={unsaved.has(leaf.code)} /></li>)}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Leaf({ leaf, chosen, choose, unsaved }: { leaf: CriterionWork; chosen: boolean; choose: (code: string) => void; unsaved: boolean }) {
  const { t, words, decimal } = useText();
  const points = leaf.reviewed?.points ?? leaf.submitted?.points ?? leaf.appraised?.points ?? leaf.computed;
  return (
    <button type="button" className="plain-button leaf-row" aria-current={chosen ? 'true' : undefined} onClick={() => choose(leaf.code)}>
      <span className="criterion-code">{leaf.code}</span>
      <span className="leaf-title">{words(leaf.title)}</span>
      <span className="leaf-standing">
        <span className="number leaf-points">{points === null ? '–' : decimal(points)}<span className="soft"> / {decimal(leaf.points)}</span></span>
        {isUnanswered(leaf) ? <span className="chip blank">{t('work.unanswered')}</span> : leaf.state === 'drafting' ? null : <WorkChip state={leaf.state} />}
        {isUnanswered(leaf) && leaf.state === 'returned' && <WorkChip state={leaf.state} />}
        {unsaved && <span className="chip warning">{t('work.unsaved')}</span>}
      </span>
    </button>
  );
}
