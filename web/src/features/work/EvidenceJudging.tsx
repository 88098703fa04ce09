import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { explanationQuery } from '../../api/queries';
import type { Evidence, Verdict, VerdictWanted } from '../../api/types';
import { attachEvidence, judgeEvidence, refreshRound } from '../../api/work';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { NumberField } from '../../ui/NumberField';
import { Loading, ProblemNotice } from '../../ui/states';
import { reasonRefusal } from '../report/acceptance';
import { DocumentForm } from './DocumentForm';
import { PersonName, Refusal } from './parts';

const verdicts = ['accepted', 'partly', 'refused'] as const;
const tones = { accepted: 'good', partly: 'warning', refused: 'error' } as const;

interface Props {
  round: string;
  unit: string;
  criterion: string;
  given: readonly Verdict[];
  mayJudge: boolean;
  mayAttach: boolean;
  viewed: Evidence | null;
  view: (evidence: Evidence, report: string) => void;
}

/** The documents given for a criterion: each opens beside, and is accepted, accepted in part or refused. */
export function EvidenceJudging({ round, unit, criterion, given, mayJudge, mayAttach, viewed, view }: Props) {
  const { t } = useText();
  const [attaching, setAttaching] = useState(false);
  const explanation = useQuery(explanationQuery(round, unit, criterion));
  return (
    <section className="work-part" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{t('explanation.evidence')}</h3>
      {explanation.isPending && <Loading rows={3} />}
      {explanation.isError && <ProblemNotice error={explanation.error} retry={() => void explanation.refetch()} />}
      {explanation.data?.evidence.length === 0 && <p className="soft">{t('explanation.evidence.none')}</p>}
      <ol className="judged">
        {explanation.data?.evidence.map((one) => (
          <Row key={one.index} round={round} unit={unit} criterion={criterion} evidence={one} verdict={given.find(({ document }) => document === one.index) ?? null} mayJudge={mayJudge}
            open={viewed?.index === one.index} view={one.file && explanation.data.report ? () => view(one, explanation.data.report!) : null} />
        ))}
      </ol>
      {mayAttach && !attaching && <p><Button size="small" icon={<Icon name="upload" size={13} />} onClick={() => setAttaching(true)}>{t('work.attach')}</Button></p>}
      {mayAttach && attaching && (
        <DocumentForm round={round} title={t('work.attach')} about={t('work.attach.about')} action={t('work.attach.do')}
          take={(document) => attachEvidence(round, unit, document, [criterion])} close={() => setAttaching(false)} />
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'round' | 'unit' | 'criterion' | 'mayJudge'> {
  evidence: Evidence;
  verdict: Verdict | null;
  open: boolean;
  view: (() => void) | null;
}

function Row({ evidence, verdict, mayJudge, open, view, ...where }: RowProps) {
  const { t, date } = useText();
  const [judging, setJudging] = useState<VerdictWanted['verdict'] | null>(null);
  return (
    <li value={evidence.index} className={open ? 'open' : undefined}>
      <p lang="vi">
        {evidence.type} {evidence.number && <strong>{evidence.number}</strong>}
        {evidence.date && <span className="soft"> {date(evidence.date)}</span>}
        {evidence.issuer && <span className="soft">, {evidence.issuer}</span>}
      </p>
      {evidence.title && <p className="soft" lang="vi">{evidence.title}</p>}
      <div className="judged-line">
        {view ? <Button size="small" icon={<Icon name="document" size={13} />} aria-pressed={open} data-evidence onClick={view}>{t('work.evidence.open')}</Button> : <span className="soft">{t('work.evidence.no_file')}</span>}
        {mayJudge && (
          <span className="verdict-buttons" role="group" aria-label={t('work.verdict.of', { index: evidence.index })}>
            {verdicts.map((one) => (
              <button key={one} type="button" className={`filter verdict ${one}`} aria-pressed={(judging ?? verdict?.verdict) === one} onClick={() => setJudging(one)}>{t(`work.verdict.${one}`)}</button>
            ))}
          </span>
        )}
        {!mayJudge && verdict && <span className={`chip ${tones[verdict.verdict]}`}>{t(`work.verdict.${verdict.verdict}`)}</span>}
      </div>
      {verdict && !judging && <VerdictShown verdict={verdict} />}
      {judging && <VerdictForm key={judging} {...where} position={evidence.index} verdict={judging} before={verdict} close={() => setJudging(null)} />}
    </li>
  );
}

function VerdictShown({ verdict: { page, reason, by, at } }: { verdict: Verdict }) {
  const { t, time } = useText();
  return (
    <div className="verdict-shown">
      <p className="soft">{page !== null && <>{t('report.page', { page })} · </>}<PersonName person={by} />, {time(at)}</p>
      {reason && <blockquote lang="vi">{reason}</blockquote>}
    </div>
  );
}

interface FormProps extends Pick<Props, 'round' | 'unit' | 'criterion'> {
  position: number;
  verdict: VerdictWanted['verdict'];
  before: Verdict | null;
  close: () => void;
}

/** Page and reason of a verdict; a good document needs neither. */
function VerdictForm({ round, unit, criterion, position, verdict, before, close }: FormProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [page, setPage] = useState(before?.page ? String(before.page) : null);
  const [unread, setUnread] = useState(false);
  const [reason, setReason] = useState(before?.verdict === verdict ? before.reason : '');
  const [looked, setLooked] = useState(false);
  const refusal = looked && (verdict !== 'accepted' || reason.trim() !== '') ? reasonRefusal(reason) : null;
  const judge = useMutation({
    mutationFn: (wanted: VerdictWanted) => judgeEvidence(round, unit, position, criterion, wanted),
    onSuccess: async () => {
      await refreshRound(client, round);
      close();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (unread || ((verdict !== 'accepted' || reason.trim() !== '') && reasonRefusal(reason))) return;
    judge.mutate({ verdict, page: page === null ? null : Number(page), reason: reason.trim() });
  };
  return (
    <form className="act-form" aria-label={t(`work.verdict.${verdict}`)} onSubmit={send} noValidate onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    }}>
      <div className="act-points"><span aria-hidden="true">{t('work.verdict.page')}</span> <NumberField label={t('work.verdict.page')} value={page} whole onChange={(value) => { setPage(value); setUnread(value === null); }} blank={() => { setPage(null); setUnread(false); }} /></div>
      <label>
        <span>{t(verdict === 'accepted' ? 'work.verdict.remark' : 'work.form.reason')}</span>
        <textarea rows={2} maxLength={1000} value={reason} aria-invalid={refusal !== null} autoFocus onChange={(event) => setReason(event.target.value)} />
      </label>
      {refusal && <p className="refusal" role="alert">{t(refusal)}</p>}
      {judge.isError && <Refusal error={judge.error} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={judge.isPending}>{t(`work.verdict.do.${verdict}`)}</Button>
        <Button size="small" onClick={close}>{t('work.form.cancel')}</Button>
      </div>
    </form>
  );
}
