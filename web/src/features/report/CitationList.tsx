import type { Evidence } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Portions } from '../../ui/Portions';
import { inAnnex } from './annex';
import type { Mark } from './marks';

type CitationMark = Extract<Mark, { kind: 'citation' }>;

interface Props {
  marks: CitationMark[];
  annex: Evidence[] | null;
  chosen: Mark | null;
  choose: (mark: Mark) => void;
}

export function CitationList({ marks, annex, chosen, choose }: Props) {
  const { t, date } = useText();
  if (marks.length === 0) return <p className="soft side-empty">{t('report.no_citations')}</p>;
  return (
    <Portions items={marks} row={(mark) => (
        <li key={mark.id}>
          <button type="button" className={`plain-button side-row${mark === chosen ? ' chosen' : ''}`} aria-pressed={mark === chosen} onClick={() => choose(mark)}>
            <span className="side-words">
              <span lang="vi">{mark.value.type} <strong>{mark.value.number}</strong></span>
              <span className="soft">
                {mark.value.date ? date(mark.value.date) : t('report.citation.undated')}
                {mark.value.issuer && <span lang="vi">, {mark.value.issuer}</span>}
              </span>
              {annex && <AnnexChip mark={mark} annex={annex} />}
            </span>
          </button>
        </li>
      )} />
  );
}

export function AnnexChip({ mark, annex }: { mark: CitationMark; annex: Evidence[] }) {
  const { t } = useText();
  const found = inAnnex(mark.value, annex);
  if (found.state === 'missing') return <span className="chip blank">{t('report.annex.missing')}</span>;
  const good = found.state === 'given';
  return (
    <span className={`chip ${good ? 'good' : 'warning'}`}>
      <Icon name={good ? 'check' : 'warning'} size={13} />{t(`report.annex.${found.state}`, { index: found.index })}
    </span>
  );
}
