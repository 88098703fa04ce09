import type { FileState, Obstacle, Person, RoundState, WorkState } from '../../api/types';
import { asProblem } from '../../api/client';
import { dayInVietnam } from '../../format/show';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { lateness } from './waiting';

const tones = { drafting: 'plain', handed_in: 'note', returned: 'warning', appraised: 'good', objected: 'warning', ruled: 'good', reviewed: 'good' } as const satisfies Record<WorkState, string>;

export function WorkChip({ state }: { state: WorkState }) {
  const { t } = useText();
  return <span className={`chip ${tones[state]}`}>{t(`work.state.${state}`)}</span>;
}

export function FileChip({ state }: { state: FileState }) {
  const { t } = useText();
  return <span className={`chip ${tones[state]}`}>{t(`work.file.${state}`)}</span>;
}

export function RoundChip({ state }: { state: RoundState }) {
  const { t } = useText();
  return <span className={`chip ${state === 'planned' ? 'plain' : state === 'open' ? 'note' : 'good'}`}>{t(`work.round.${state}`)}</span>;
}

/** A deadline with how far off it is, in words too. */
export function Due({ due }: { due: string | null }) {
  const { t, date } = useText();
  if (due === null) return <span className="soft">{t('work.due.none')}</span>;
  const { kind, days } = lateness(due, dayInVietnam(new Date().toISOString()));
  const chip = { over: 'error', today: 'warning', soon: 'warning', later: null }[kind];
  return (
    <span className="due">
      <span className="due-day">{date(due)}</span>
      {chip && <span className={`chip ${chip}`}>{kind === 'over' && <Icon name="clock" size={12} />}{t(`work.due.${kind}`, { days })}</span>}
    </span>
  );
}

/** Whoever did it, and for whom. */
export function PersonName({ person }: { person: Person }) {
  const { t } = useText();
  return <span lang="vi">{person.name}{person.on_behalf_of && <span className="soft"> ({t('work.on_behalf', { name: person.on_behalf_of.name })})</span>}</span>;
}

/** Every rule that stands against an act, in the reader's language. */
export function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const { words } = useText();
  return <ul className="obstacles">{obstacles.map(({ code, message }, index) => <li key={`${code}${index}`}>{words(message)}</li>)}</ul>;
}

/** The server's words for why it said no. */
export function Refusal({ error }: { error: unknown }) {
  const { t, words } = useText();
  const problem = asProblem(error);
  return <p className="refusal" role="alert">{problem.words ? words(problem.words) : t(problem.status === 0 ? 'problem.network.title' : 'problem.other.title')}</p>;
}
