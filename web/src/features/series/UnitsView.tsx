import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { unitTreeQuery } from '../../api/queries';
import type { UnitEvent, UnitTree } from '../../api/types';
import { readDate } from '../../format/read';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Portions } from '../../ui/Portions';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import '../../ui/table.css';
import { arrangeEvents, arrangeUnits, changeDays } from './tree';

/** The units of a chosen day, each with the legal document it rests on, beside all that ever happened to units. */
export function UnitsView({ today }: { today: UnitTree }) {
  const { t } = useText();
  const [address, setAddress] = useSearchParams();
  const [search, setSearch] = useState('');
  const day = readDate(address.get('on') ?? '') ?? today.on;
  const tree = useQuery({ ...unitTreeQuery(day), placeholderData: keepPreviousData });
  const go = (on: string) => setAddress({ view: 'units', on }, { replace: true, preventScrollReset: true });
  return (
    <>
      <section className="panel choices" aria-label={t('units.choices')}>
        <DayField day={day} go={go} />
        <label><span>{t('units.change')}</span>
          <ChangeSelect today={today} day={day} go={go} />
        </label>
        <label><span>{t('units.search')}</span>
          <Input allowClear prefix={<Icon name="search" />} placeholder={t('rounds.search.hint')} value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
      </section>
      {tree.isPending && <Loading rows={10} />}
      {tree.isError && <section className="panel"><ProblemNotice error={tree.error} retry={() => void tree.refetch()} /></section>}
      {tree.data && !tree.isError && (
        <div className="units-body" aria-busy={tree.isFetching}>
          <Tree tree={tree.data} search={search} clear={() => setSearch('')} />
          <Events events={arrangeEvents(tree.data.events, search)} />
        </div>
      )}
    </>
  );
}

/** A day typed as dd/mm/yyyy; asked for as soon as it is one. */
function DayField({ day, go }: { day: string; go: (day: string) => void }) {
  const { t, date } = useText();
  const id = useId();
  const written = date(day);
  const [kept, setKept] = useState({ day, written, text: written });
  if (kept.day !== day || kept.written !== written) setKept({ day, written, text: readDate(kept.text) === day ? kept.text : written });
  const wrong = kept.text !== written && readDate(kept.text) === null;
  const type = (text: string) => {
    setKept({ ...kept, text });
    const read = readDate(text);
    if (read) go(read);
  };
  return (
    <label><span>{t('units.on')}</span>
      <Input inputMode="numeric" autoComplete="off" placeholder={t('units.on.hint')} value={kept.text} maxLength={12} status={wrong ? 'error' : ''} aria-invalid={wrong} aria-describedby={wrong ? id : undefined} onChange={(event) => type(event.target.value)} />
      {wrong && <span id={id} className="field-wrong">{t('units.on.wrong')}</span>}
    </label>
  );
}

function ChangeSelect({ today, day, go }: { today: UnitTree; day: string; go: (day: string) => void }) {
  const { t, date } = useText();
  const days = changeDays(today.events);
  return (
    <Select placeholder={t('units.change.pick')} value={days.some((one) => one.date === day) ? day : null} onChange={(on: string) => go(on)}
      options={days.map((one) => ({ value: one.date, label: t('series.change.day', { date: date(one.date), count: one.events }) }))} />
  );
}

function Tree({ tree, search, clear }: { tree: UnitTree; search: string; clear: () => void }) {
  const { t, words, date } = useText();
  const units = arrangeUnits(tree.units, search);
  return (
    <section className="panel table-panel" aria-labelledby="units-title">
      <h2 id="units-title">{t('units.of', { date: date(tree.on) })} <span className="soft head-count">{t('units.count', { count: tree.units.length })}</span></h2>
      {units.length === 0 ? (
        <Notice icon="search" title={t(tree.units.length === 0 ? 'units.none' : 'units.no_match')} >{search !== '' && <Button onClick={clear}>{t('rounds.clear')}</Button>}</Notice>
      ) : (
        <table className="data-table units-table">
          <thead>
            <tr>
              <th scope="col">{t('rounds.column.name')}</th>
              <th scope="col">{t('rounds.column.kind')}</th>
              <th scope="col">{t('units.since')}</th>
              <th scope="col" className="wide-cell">{t('units.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row" style={{ '--depth': unit.depth } as React.CSSProperties}>{words(unit.name)}</th>
                <td>{t(`kind.${unit.kind}`)}</td>
                <td data-label={t('units.since')}>{date(unit.since)}{unit.to && <span className="soft"> – {date(unit.to)}</span>}</td>
                <td className="wide-cell soft" lang="vi">{unit.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Events({ events }: { events: readonly UnitEvent[] }) {
  const { t } = useText();
  return (
    <section className="panel events" aria-labelledby="events-title">
      <h2 id="events-title">{t('units.events')} <span className="soft head-count">{events.length}</span></h2>
      {events.length === 0 ? <p className="soft">{t('units.events.none')}</p> : <Portions className="event-list" items={events} first={15} row={(event) => <Event key={event.id} event={event} />} />}
    </section>
  );
}

function Event({ event }: { event: UnitEvent }) {
  const { t, words, date } = useText();
  return (
    <li className={event.undone_by ? 'undone' : undefined}>
      <p><span className="event-date">{date(event.date)}</span> <span className="chip plain">{t(`event.${event.kind}`)}</span>{event.undone_by && <span className="chip warning">{t('event.undone')}</span>}</p>
      <p>{words(event.text)}</p>
    </li>
  );
}
