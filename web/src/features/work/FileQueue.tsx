import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { FileStanding } from '../../api/types';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Filters } from '../../ui/Filters';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/states';
import '../../ui/table.css';
import { workStates } from './criteria';
import { FileChip } from './parts';
import { arrangeFiles, countOf, fileStates, type QueueColumn, type QueueView } from './queue';
import { unitWorkAddress } from './waiting';

const everything: QueueView = { search: '', state: 'all', column: null, descending: false };
const columns: readonly QueueColumn[] = ['name', 'state', 'handed_in', 'waiting'];

/** The files of the round with how far each is: searched, narrowed and sorted; each leads to its criteria. */
export function FileQueue({ round, files }: { round: string; files: FileStanding[] }) {
  const { t, language } = useText();
  const [view, setView] = useState(everything);
  const shown = useMemo(() => arrangeFiles(files, view, language), [files, view, language]);
  const options = (['all', ...fileStates] as const).map((value) => ({
    value, label: t(value === 'all' ? 'work.filter.all' : `work.file.${value}`), count: files.filter(({ state }) => value === 'all' || state === value).length,
  }));
  return (
    <section className="panel table-panel" aria-labelledby="queue-title">
      <h2 id="queue-title">{t('work.queue')}</h2>
      <div className="queue-tools" role="search">
        <Input allowClear prefix={<Icon name="search" />} aria-label={t('rounds.search')} placeholder={`${t('rounds.search')} – ${t('rounds.search.hint').toLowerCase()}`} value={view.search} onChange={(event) => setView({ ...view, search: event.target.value })} />
        <Filters label={t('work.list.filter')} options={options} value={view.state} onChange={(state) => setView({ ...view, state })} />
        <span className="soft" role="status">{t('rounds.shown', { shown: shown.length, all: files.length })}</span>
        <Export list={`rounds/${encodeURIComponent(round)}/work`} query={{ state: view.state === 'all' ? null : view.state, search: view.search, sort: sortOf(view) }} />
      </div>
      {shown.length === 0 ? (
        <Notice icon="search" title={t('rounds.no_match.title')} text={t('work.queue.none')}><Button onClick={() => setView(everything)}>{t('rounds.clear')}</Button></Notice>
      ) : (
        <table className="data-table queue-table">
          <thead>
            <tr>{columns.map((column) => <Head key={column} column={column} view={view} setView={setView} />)}<th scope="col" className="wide-cell">{t('work.queue.counts')}</th></tr>
          </thead>
          <tbody>{shown.map((file) => <Row key={file.unit.id} round={round} file={file} />)}</tbody>
        </table>
      )}
    </section>
  );
}

/** As the server names it. */
const exportColumns: Record<QueueColumn, string> = { name: 'name', state: 'file', handed_in: 'handed_in', waiting: 'criteria_handed_in' };
const sortOf = ({ column, descending }: QueueView) => column && `${descending ? '-' : ''}${exportColumns[column]}`;

function Head({ column, view, setView }: { column: QueueColumn; view: QueueView; setView: (view: QueueView) => void }) {
  const { t } = useText();
  const active = view.column === column;
  const label = t(`work.queue.${column}`);
  const first = column === 'waiting';
  const next = () => {
    if (!active) setView({ ...view, column, descending: first });
    else if (view.descending === first) setView({ ...view, descending: !first });
    else setView({ ...view, column: null, descending: false });
  };
  return (
    <th scope="col" className={column === 'waiting' ? 'number' : undefined} aria-sort={active ? (view.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={`plain-button sort-button${active ? ' active' : ''}`} title={t('rounds.sort', { column: label.toLowerCase() })} onClick={next}>
        {label}<Icon name={active ? (view.descending ? 'down' : 'up') : 'both'} size={12} />
      </button>
    </th>
  );
}

function Row({ round, file }: { round: string; file: FileStanding }) {
  const { t, words, time } = useText();
  return (
    <tr>
      <th scope="row"><Link to={unitWorkAddress(round, file.unit.id)}>{words(file.unit.name)}</Link></th>
      <td><FileChip state={file.state} />{file.version !== null && file.version > 1 && <span className="soft"> {t('work.version', { version: file.version })}</span>}</td>
      <td data-label={t('work.queue.handed_in')}>{file.handed_in ? time(file.handed_in) : <span className="soft">–</span>}</td>
      <td className="number" data-label={t('work.queue.waiting')}>{countOf(file, 'handed_in') || <span className="soft">–</span>}</td>
      <td className="wide-cell queue-counts">
        {workStates.filter((state) => countOf(file, state) > 0).map((state) => <span key={state}>{t(`work.state.${state}`)} <strong>{countOf(file, state)}</strong></span>)}
      </td>
    </tr>
  );
}
