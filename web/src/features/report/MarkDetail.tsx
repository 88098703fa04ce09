import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Claim, Evidence, Finding } from '../../api/types';
import { compare, percentage, subtract, sum } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { SeverityChip } from '../../ui/points';
import { AnnexChip } from './CitationList';
import { overlapping, type Mark } from './marks';
import { quote } from './quote';

interface Props {
  text: string;
  mark: Mark;
  marks: Mark[];
  annex: Evidence[] | null;
  show: (mark: Mark) => void;
  clear: () => void;
}

/** Everything known about the chosen place: the mark itself first, then what else was read there. */
export function MarkDetail({ text, mark, marks, annex, show, clear }: Props) {
  const { t } = useText();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollTo(0, 0);
  }, []);
  const others = overlapping(marks, mark).filter(({ kind }) => kind !== 'target');
  const besides = others.filter(({ kind }) => kind !== 'figure' || mark.kind === 'figure' || others.length === 1);
  return (
    <section ref={section} className="mark-detail" aria-label={t('report.place')} aria-live="polite" tabIndex={-1}>
      <div className="mark-detail-head">
        <h2>{t('report.place')}</h2>
        <Button size="small" onClick={() => show(mark)}>{t('report.show')}</Button>
        <button type="button" className="tool-button" aria-label={t('app.close')} onClick={clear}><Icon name="close" size={14} /></button>
      </div>
      <blockquote lang="vi">{quote(text, mark.start, mark.end)}</blockquote>
      {[mark, ...besides].map((one) => <Details key={one.id} mark={one} annex={annex} />)}
    </section>
  );
}

function Details({ mark, annex }: { mark: Mark; annex: Evidence[] | null }) {
  const { t, decimal } = useText();
  switch (mark.kind) {
    case 'finding':
      return <FindingDetail finding={mark.value} />;
    case 'claim':
      return <ClaimDetail claim={mark.value} />;
    case 'citation':
      return <CitationDetail mark={mark} annex={annex} />;
    case 'figure':
      return <p className="detail-part">{t('report.figure.value', { value: decimal(mark.value.value), unit: mark.value.unit ?? '' })}</p>;
    case 'none':
      return <div className="detail-part"><h3>{t('report.mark.none')}</h3><p>{t('report.mark.none.text')}</p></div>;
    case 'target':
      return null;
  }
}

function FindingDetail({ finding }: { finding: Finding }) {
  const { t, words } = useText();
  return (
    <div className="detail-part">
      <p className="detail-head"><SeverityChip severity={finding.severity} /><span className="hash">{finding.code}</span></p>
      <h3>{t('report.reason')}</h3>
      <p>{words(finding.message)}</p>
      {finding.suggestion && (
        <>
          <h3>{t('report.suggestion')}</h3>
          <p>{words(finding.suggestion)}</p>
        </>
      )}
    </div>
  );
}

function ClaimDetail({ claim }: { claim: Claim }) {
  const { t } = useText();
  return (
    <div className="detail-part">
      <p className="detail-head">
        <span className={`chip ${claim.holds ? 'good' : 'error'}`}><Icon name={claim.holds ? 'check' : 'close'} size={13} />{t(claim.holds ? 'report.claim.holds' : 'report.claim.fails')}</span>
        <span className="soft">{t(`report.mark.claim.${claim.kind}`)}</span>
      </p>
      <h3>{t('report.arithmetic')}</h3>
      <ul className="arithmetic">{claim.kind === 'ratio' ? <RatioLines claim={claim} /> : claim.kind === 'sum' ? <SumLines claim={claim} /> : <DifferenceLines claim={claim} />}</ul>
    </div>
  );
}

function RatioLines({ claim }: { claim: Extract<Claim, { kind: 'ratio' }> }) {
  const { t, decimal } = useText();
  const { numerator, denominator, percent } = claim;
  const computed = percentage(numerator, denominator, 2);
  const values = { numerator: decimal(numerator), denominator: decimal(denominator) };
  return (
    <>
      <li>{computed === null ? t('report.claim.zero') : t('report.claim.ratio', { ...values, computed: decimal(computed) })}</li>
      <li>{percent === null ? t('report.claim.no_percent') : t('report.claim.written', { percent: decimal(percent) })}</li>
    </>
  );
}

function SumLines({ claim }: { claim: Extract<Claim, { kind: 'sum' }> }) {
  const { t, decimal, signed } = useText();
  const computed = sum(claim.parts);
  const unit = claim.unit ?? '';
  const difference = subtract(computed, claim.total);
  return (
    <>
      <li>{t('report.claim.sum', { parts: claim.parts.map(decimal).join(' + '), computed: decimal(computed) })}</li>
      <li>{t('report.claim.total', { total: decimal(claim.total), unit })}</li>
      {compare(difference, '0') !== 0 && <li>{t('report.claim.difference', { difference: signed(difference), unit })}</li>}
    </>
  );
}

function DifferenceLines({ claim }: { claim: Extract<Claim, { kind: 'difference' }> }) {
  const { t, decimal, signed } = useText();
  const computed = subtract(claim.to, claim.from);
  return (
    <>
      <li>{t('report.claim.change', { to: decimal(claim.to), from: decimal(claim.from), computed: signed(computed) })}</li>
      <li>{t(`report.claim.${claim.change}`, { value: decimal(claim.value), unit: claim.unit ?? '' })}</li>
    </>
  );
}

function CitationDetail({ mark, annex }: { mark: Extract<Mark, { kind: 'citation' }>; annex: Evidence[] | null }) {
  const { t, date } = useText();
  const { type, number, issuer } = mark.value;
  return (
    <div className="detail-part">
      <h3>{t('report.mark.citation')}</h3>
      <p lang="vi">{type} <strong>{number}</strong></p>
      <p className="soft">{mark.value.date ? date(mark.value.date) : t('report.citation.undated')}{issuer && `, ${issuer}`}</p>
      {annex && <AnnexChip mark={mark} annex={annex} />}
    </div>
  );
}
