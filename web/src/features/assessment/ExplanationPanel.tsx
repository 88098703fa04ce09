import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { explanationQuery } from '../../api/queries';
import type { Evidence, Explanation, Input } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { AssumedMark, Gap, StateChip } from '../../ui/points';
import { Loading, ProblemNotice } from '../../ui/states';
import { placeInReport } from '../report/place';
import { unitWorkAddress } from '../work/waiting';
import { LegalValues } from './LegalValues';
import { PartPlace, RolledUpParts, Value } from './RolledUpParts';

interface Props {
  round: string;
  unit: string;
  criterion: string;
  /** Null where the panel always stands there: it then leaves the focus alone. */
  close: (() => void) | null;
}

/** Why a leaf, a group or the whole has its points: rule, arithmetic, inputs with their source, evidence, legal basis, set. */
export function ExplanationPanel({ round, unit, criterion, close }: Props) {
  const { t } = useText();
  const explanation = useQuery(explanationQuery(round, unit, criterion));
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = explanation.isSuccess;
  const closes = close !== null;
  const place = (below: string) => `/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(below)}?criterion=${encodeURIComponent(criterion)}`;
  useEffect(() => {
    if (ready && closes) heading.current?.focus({ preventScroll: true });
  }, [ready, closes]);
  return (
    <div className="explanation-inner">
      {close && <button type="button" className="tool-button explanation-close" aria-label={t('app.close')} onClick={close}><Icon name="close" /></button>}
      {explanation.isPending && <Loading rows={10} />}
      {explanation.isError && <ProblemNotice error={explanation.error} retry={() => void explanation.refetch()} />}
      {explanation.data && <PartPlace value={place}><Content explanation={explanation.data} heading={heading} /></PartPlace>}
      {close && explanation.data?.rule != null && <p className="explanation-part"><Link className="jump" to={unitWorkAddress(round, unit, criterion)}>{t('assessment.to_work')}<Icon name="jump" size={13} /></Link></p>}
    </div>
  );
}

function Content({ explanation, heading }: { explanation: Explanation; heading: React.RefObject<HTMLHeadingElement | null> }) {
  const { t, words, decimal } = useText();
  const { points, self } = explanation;
  const leaf = explanation.rule !== null;
  return (
    <>
      <p className="explanation-path soft">
        <span className="hidden-visually">{t('explanation.path')}: </span>
        {explanation.path.map(({ code, title }) => <span key={code}>{code} {words(title)}</span>)}
      </p>
      <h2 ref={heading} tabIndex={-1}>{explanation.code !== 'total' && <><span className="criterion-code">{explanation.code}</span> </>}{words(explanation.title)}</h2>
      <div className="explanation-points">
        <p>
          <strong>{explanation.state === 'scored' ? decimal(points.reached) : '–'}</strong>
          <span className="soft"> / {decimal(points.maximum)} {t('points.unit')}</span>
          {explanation.provenance === 'assumed' && <AssumedMark />}
        </p>
        <StateChip state={explanation.state} reached={points.reached} />
        {self !== null && <p><span className="soft">{t('assessment.column.self')}: </span>{decimal(self)}</p>}
        {explanation.gap !== null && <p><span className="soft">{t('rounds.column.gap')}: </span><Gap value={explanation.gap} /></p>}
      </div>
      {explanation.provenance === 'assumed' && <p className="soft assumed-note">° {t('points.assumed')}</p>}
      {leaf && (
        <Part title={t('explanation.rule')} empty={t('explanation.rule.none')}>
          {explanation.rule_text && <p>{words(explanation.rule_text)}</p>}
          {explanation.rule_provenance === 'assumed' && <p className="soft">° {t('explanation.rule.assumed')}</p>}
        </Part>
      )}
      <Part title={t('explanation.steps')} empty={t('explanation.steps.none')}>
        {explanation.steps.length > 0 && <ol className="steps">{explanation.steps.map((step, index) => <li key={index}>{words(step)}</li>)}</ol>}
      </Part>
      {leaf && <Sources explanation={explanation} />}
      {explanation.evidence_asked.length > 0 && (
        <Part title={t('explanation.asked')}><ul className="dashed">{explanation.evidence_asked.map((one, index) => <li key={index}>{words(one)}</li>)}</ul></Part>
      )}
      {explanation.legal_basis.length > 0 && (
        <Part title={t('explanation.basis')}><ul className="dashed" lang="vi">{explanation.legal_basis.map((basis) => <li key={basis}>{basis}</li>)}</ul></Part>
      )}
      <Part title={t('explanation.provenance')}>
        <p>{words(explanation.set.title)} ({t('rounds.version', { version: explanation.set.version })})</p>
        <p className="hash">SHA-256 {explanation.set.sha256}</p>
      </Part>
    </>
  );
}

/** What a leaf was scored on: its inputs, the numbers of the law it takes and the documents given for it. */
function Sources({ explanation: { inputs, below, law, evidence, report } }: { explanation: Explanation }) {
  const { t } = useText();
  return (
    <>
      <Part title={t('explanation.inputs')} empty={t('explanation.inputs.none')}>
        {inputs.length > 0 && <ul className="inputs">{inputs.map((input) => <InputRow key={input.id} input={input} />)}</ul>}
      </Part>
      {below.length > 0 && (
        <Part title={t('explanation.below')}><ul className="inputs">{below.map((unit) => <BelowRow key={unit.name} unit={unit} />)}</ul></Part>
      )}
      {law.length > 0 && <Part title={t('explanation.law')}><LegalValues values={law} /></Part>}
      <Part title={t('explanation.evidence')} empty={t('explanation.evidence.none')}>
        {evidence.length > 0 && <ol className="evidence">{evidence.map((one) => <EvidenceRow key={one.index} evidence={one} report={report} />)}</ol>}
      </Part>
    </>
  );
}

function Part({ title, empty, children }: { title: string; empty?: string; children: ReactNode }) {
  return (
    <section className="explanation-part">
      <h3>{title}</h3>
      {children || <p className="soft">{empty}</p>}
    </section>
  );
}

/** What a unit below has there, and on which answers. */
function BelowRow({ unit: { name, state, points, inputs } }: { unit: Explanation['below'][number] }) {
  const { t, decimal } = useText();
  return (
    <li>
      <details>
        <summary>
          <span lang="vi">{name}</span>: {state === 'scored' ? decimal(points.reached) : '–'} / {decimal(points.maximum)} {t('points.unit')} <StateChip state={state} reached={points.reached} />
        </summary>
        <ul className="inputs">{inputs.map((input) => <InputRow key={input.id} input={input} />)}</ul>
      </details>
    </li>
  );
}

function InputRow({ input }: { input: Input }) {
  const { t, words } = useText();
  const { source } = input;
  const label = words(input.label);
  return (
    <li>
      <p className="input-line"><span>{label}</span><InputValue input={input} /></p>
      <p className="soft input-source">{t(`source.${source.kind}`)}{source.note && `: ${source.note}`}</p>
      {input.rolled_up && <RolledUpParts input={input} figure={input.rolled_up} />}
      {input.ground && <p className="soft">{t('explanation.ground')}: <span lang="vi">{input.ground}</span></p>}
      {source.text && (
        <figure>
          <blockquote lang="vi" aria-label={t('explanation.sentence')}>{source.text.replace(/\s+/g, ' ')}</blockquote>
          {source.report && source.bytes && (
            <Link className="jump" to={placeInReport(source.report, source.bytes)} aria-label={t('explanation.jump.label', { label })}>
              {t('explanation.jump')}<Icon name="jump" size={13} />
            </Link>
          )}
        </figure>
      )}
    </li>
  );
}

function InputValue({ input }: { input: Input }) {
  const { t } = useText();
  if (input.state !== 'given' || input.value === null) {
    const state = input.state === 'given' ? 'blank' : input.state;
    return <span className={`chip ${state}`}>{t(`state.${state}`)}</span>;
  }
  return <Value input={input} value={input.value} />;
}

function EvidenceRow({ evidence, report }: { evidence: Evidence; report: string | null }) {
  const { t, date } = useText();
  return (
    <li value={evidence.index}>
      <p lang="vi">
        {evidence.type} {evidence.number && <strong>{evidence.number}</strong>}
        {evidence.date && <span className="soft"> {date(evidence.date)}</span>}
        {evidence.issuer && <span className="soft">, {evidence.issuer}</span>}
      </p>
      {evidence.title && <p className="soft" lang="vi">{evidence.title}</p>}
      {report && evidence.cited ? (
        <Link className="jump" to={placeInReport(report, evidence.cited)}>{t('explanation.evidence.cited')}<Icon name="jump" size={13} /></Link>
      ) : (
        <p className="soft">{t('explanation.evidence.not_cited')}</p>
      )}
    </li>
  );
}
