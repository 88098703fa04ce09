import type { AnswerItem, Proposal } from '../../api/types';
import { useText } from '../../locales/text';
import { withValue, type Written } from './draft';

interface Props {
  item: AnswerItem;
  written: Written;
  proposals: readonly Proposal[];
  take: (written: Written) => void;
}

/** What the unit's report says of an answer: the figure, how sure that is, and its sentence; taken over with one press. */
export function ReportSays({ item, written, proposals, take }: Props) {
  const { t, words, decimal } = useText();
  if (proposals.length === 0) return null;
  return (
    <ul className="report-says" aria-label={t('work.report_says')}>
      {proposals.map((one) => {
        const value = decimal(one.value);
        const taken = written.state === 'given' && written.value === one.value;
        return (
          <li key={one.bytes.join('-')}>
            <p>
              <span className="soft">{t('work.report_says')}:</span> <strong>{value}</strong> <span className={`chip ${one.confidence === 'certain' ? 'good' : 'plain'}`}>{t(`work.report_says.${one.confidence}`)}</span>{' '}
              {taken ? <span className="soft">{t('work.report_says.taken')}</span> : (
                <button type="button" className="plain-button answer-more" aria-label={t('work.report_says.take_of', { value, label: words(item.label) })}
                  onClick={() => take({ ...withValue(written, one.value), quote: [one.sentence[0]!, one.sentence[1]!] })}>{t('work.report_says.take')}</button>
              )}
            </p>
            {!taken && <blockquote lang="vi">{one.text}</blockquote>}
          </li>
        );
      })}
    </ul>
  );
}
