import type { Claim } from '../../api/types';
import { compare, percentage, subtract, sum } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';

export function ClaimChip({ claim }: { claim: Claim }) {
  const { t } = useText();
  if (claim.holds === null) return <span className="chip warning"><Icon name="warning" size={13} />{t('report.figure.doubtful')}</span>;
  return (
    <span className={`chip ${claim.holds ? 'good' : 'error'}`}>
      <Icon name={claim.holds ? 'check' : 'close'} size={13} />{t(claim.holds ? 'report.claim.holds' : 'report.claim.fails')}
    </span>
  );
}

/** The arithmetic of a claim written out: what the text says, and what its own figures give. */
export function ClaimLines({ claim }: { claim: Claim }) {
  return (
    <ul className="arithmetic">
      {claim.kind === 'ratio' ? <RatioLines claim={claim} /> : claim.kind === 'sum' ? <SumLines claim={claim} /> : <DifferenceLines claim={claim} />}
    </ul>
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

