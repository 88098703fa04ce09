import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Waiting } from '../../api/types';
import { workQuery } from '../../api/work';
import { hasOneUnit, useSession } from '../../app/session';
import { dayInVietnam } from '../../format/show';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Icon } from '../../ui/Icon';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { Due, PersonName } from './parts';
import { addressOf, byRound, lateness, roundWorkAddress, type RoundGroup } from './waiting';
import './work.css';

/** The first page: what waits for whoever signed in, by when, and what came back and why. */
export function WorkPage() {
  const { t } = useText();
  const session = useSession();
  const work = useQuery(workQuery);
  useTitle(t('work.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('work.title')}</h1>
          {work.data && work.data.length > 0 && <Summary rows={work.data} />}
        </div>
        {work.data && work.data.length > 0 && <Export list="work" />}
      </div>
      {work.isPending && <Loading rows={8} />}
      {work.isError && <ProblemNotice error={work.error} retry={() => void work.refetch()} />}
      {work.data?.length === 0 && (
        <section className="panel">
          <Notice icon="check" title={t('work.empty.title')} text={t('work.empty.text')}><Link to="/rounds">{t(hasOneUnit(session) ? 'work.empty.unit' : 'work.empty.rounds')}</Link></Notice>
        </section>
      )}
      {work.data && byRound(work.data).map((group) => <Group key={group.round} group={group} />)}
    </>
  );
}

function Summary({ rows }: { rows: readonly Waiting[] }) {
  const { t } = useText();
  const today = dayInVietnam(new Date().toISOString());
  const over = rows.filter(({ due }) => due !== null && lateness(due, today).kind === 'over').length;
  return <p className="page-meta"><span>{t('work.summary', { count: rows.length })}</span>{over > 0 && <span className="work-over">{t('work.summary.over', { count: over })}</span>}</p>;
}

function Group({ group: { round, title, rows } }: { group: RoundGroup }) {
  const { t, words } = useText();
  const id = `round-${round}`;
  return (
    <section className="panel waiting-panel" aria-labelledby={id}>
      <div className="waiting-head">
        <h2 id={id}>{words(title)}</h2>
        <Link to={roundWorkAddress(round)}>{t('work.to_round')}</Link>
      </div>
      <ul className="waiting">{rows.map((row, index) => <li key={index}><Row row={row} /></li>)}</ul>
    </section>
  );
}

/** How many codes are named before the rest is counted. */
const named = 8;

function Row({ row }: { row: Waiting }) {
  const { t, words } = useText();
  const { unit, criteria, step, due, last } = row;
  const over = due !== null && lateness(due, dayInVietnam(new Date().toISOString())).kind === 'over';
  const more = criteria.length - named;
  return (
    <article className={over ? 'waiting-row over' : 'waiting-row'}>
      <div>
        <p className="waiting-title"><Link to={addressOf(row)}>{words(row.title)}{unit && <>: {words(unit.name)}</>}</Link></p>
        {criteria.length > 0 && (
          <p className="soft">{t('work.criteria', { count: criteria.length })}: {criteria.slice(0, named).join(', ')}{more > 0 && ` ${t('work.criteria.more', { count: more })}`}</p>
        )}
        {last && <CameBack last={last} />}
      </div>
      <p className="waiting-due"><span className="soft">{step ? t('work.due.step', { step: t(`work.step.${step}`) }) : t('work.due')}</span> <Due due={due} /></p>
    </article>
  );
}

/** What brought it here: who did what when, and why. */
function CameBack({ last }: { last: NonNullable<Waiting['last']> }) {
  const { words, time } = useText();
  const back = last.state === 'returned';
  return (
    <div className={back ? 'came-back returned' : 'came-back'}>
      <p>{back && <Icon name="warning" size={13} />} <strong>{words(last.title)}</strong> · <PersonName person={last.by} />, {time(last.at)}</p>
      {last.reason && <blockquote lang="vi">{last.reason}</blockquote>}
    </div>
  );
}
