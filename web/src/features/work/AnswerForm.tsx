import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Tagged } from '../../api/client';
import type { CriterionAnswers } from '../../api/types';
import { answersQuery, proposalsQuery } from '../../api/work';
import { compare, subtract } from '../../format/decimal';
import { useText } from '../../locales/text';
import { NumberField } from '../../ui/NumberField';
import { Gap } from '../../ui/points';
import { Loading, ProblemNotice } from '../../ui/states';
import { AnswerConflict } from './AnswerConflict';
import { AnswerField, AnswerShown } from './AnswerField';
import { ReportSays } from './ReportSays';
import { selfOf, writtenOf, type Written } from './draft';
import type { Drafts, Standing } from './drafts';
import { Obstacles } from './parts';
import { SaveState } from './SaveState';
import { useStanding } from './useDrafts';

interface Props {
  round: string;
  unit: string;
  criterion: string;
  drafts: Drafts;
}

/** What a criterion's rule reads: a form for those who may change it, saved as it is typed; for others what was answered. */
export function AnswerForm({ round, unit, criterion, drafts }: Props) {
  const { t } = useText();
  const answers = useQuery(answersQuery(round, unit, criterion));
  const standing = useStanding(drafts, criterion);
  return (
    <section className="work-part" aria-labelledby="answers-title">
      <div className="work-part-head">
        <h3 id="answers-title">{t('work.answers')}</h3>
        <SaveState standing={standing} />
      </div>
      {answers.isPending && <Loading rows={4} />}
      {answers.isError && <ProblemNotice error={answers.error} retry={() => void answers.refetch()} />}
      {answers.data && <Body round={round} unit={unit} answers={answers.data} criterion={criterion} drafts={drafts} standing={standing} />}
    </section>
  );
}

interface BodyProps extends Props {
  answers: Tagged<CriterionAnswers>;
  standing: Standing;
}

function Body({ answers, standing, ...place }: BodyProps) {
  const { criterion, drafts } = place;
  const { value } = answers;
  if (standing.phase === 'conflict') return <AnswerConflict mine={standing.draft!} theirs={standing.theirs!.value} keepTheirs={() => drafts.keepTheirs(criterion)} sendMine={() => drafts.sendMine(criterion)} />;
  if (value.why_not.length > 0) return <Locked answers={value} standing={standing} drop={() => drafts.drop(criterion)} />;
  return <Fields answers={answers} standing={standing} {...place} />;
}

/** Nothing can be changed: why, and what was answered. A draft that came too late is shown until it is given up. */
function Locked({ answers, standing: { draft }, drop }: { answers: CriterionAnswers; standing: Standing; drop: () => void }) {
  const { t } = useText();
  return (
    <>
      <ul className="answers">
        {answers.items.map((item) => {
          const unsaved = draft?.items[item.id];
          return <AnswerShown key={item.id} item={item} {...(unsaved && { unsaved })} />;
        })}
      </ul>
      {answers.items.length === 0 && <p className="soft">{t('work.answers.none')}</p>}
      {draft && <p className="row-actions"><Button size="small" onClick={drop}>{t('work.answer.give_up')}</Button></p>}
      <details className="blocked-acts">
        <summary>{t('work.answers.locked')}</summary>
        <Obstacles obstacles={answers.why_not} />
      </details>
    </>
  );
}

function Fields({ round, unit, answers: { value, etag }, criterion, drafts, standing: { draft } }: BodyProps) {
  const { t, decimal } = useText();
  const proposals = useQuery(proposalsQuery(round, unit));
  const self = draft?.self ?? selfOf(value);
  const selfValue = self.state === 'given' ? self.value : null;
  return (
    <>
      <ul className="answers">
        {value.items.map((item) => {
          const written = draft?.items[item.id] ?? writtenOf(item);
          const write = (changed: Written) => drafts.write(criterion, etag, { id: item.id, written: changed });
          return (
            <AnswerField key={item.id} item={item} written={written} change={write}>
              <ReportSays item={item} written={written} proposals={(proposals.data ?? []).filter((one) => one.item === item.id)} take={write} />
            </AnswerField>
          );
        })}
      </ul>
      <div className="self-line">
        <div>
          <p className="answer-label">{t('work.self')}</p>
          <NumberField label={t('work.self')} value={selfValue} most={value.points} unit={`/ ${decimal(value.points)}`}
            onChange={(score) => drafts.write(criterion, etag, { self: { ...self, state: 'given', value: score } })}
            blank={() => drafts.write(criterion, etag, { self: { ...self, state: 'blank', value: null } })} />
        </div>
        <p aria-live="polite">
          <span className="soft">{t('work.computed')}: </span>
          <strong>{value.computed === null ? t('work.computed.none') : decimal(value.computed)}</strong>
          {value.computed !== null && selfValue !== null && (
            <> · <span className="soft">{t('work.difference')}: </span>{compare(selfValue, value.computed) === 0 ? t('work.difference.none') : <Gap value={subtract(selfValue, value.computed)} />}</>
          )}
        </p>
      </div>
    </>
  );
}
