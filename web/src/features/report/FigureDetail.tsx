import type { Figure } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';

export function FigureHead({ figure }: { figure: Figure }) {
  const { t, decimal, words } = useText();
  const { value, unit, counted, soft, doubtful, items } = figure;
  return (
    <>
      <span>
        {soft && <span lang="vi">{soft.text} </span>}
        <strong className="figure-value">{decimal(value)}</strong> <span lang="vi">{counted?.text ?? unit}</span>
      </span>
      <span className="side-chips">
        {doubtful && <span className="chip warning"><Icon name="warning" size={13} />{t('report.figure.doubtful')}</span>}
        {soft && <span className="chip plain">{t(`report.figure.soft.${soft.kind}`)}</span>}
        {items.map(({ item, label }) => <span key={item} className="chip note">{t('report.figure.feeds', { name: words(label) })}</span>)}
      </span>
    </>
  );
}

/** What the figure means: each line says what was read, and where that was taken from. */
export function FigureDetail({ figure }: { figure: Figure }) {
  const { t, decimal } = useText();
  const { value, unit, counted, of, soft, doubtful } = figure;
  return (
    <>
      <dl className="facts">
        <dt>{t('report.figure.value')}</dt><dd>{decimal(value)} <span lang="vi">{unit}</span></dd>
        {counted && <><dt>{t('report.figure.counted')}</dt><dd lang="vi">{counted.text}</dd></>}
        {of && <><dt>{t('report.figure.of')}</dt><dd><span lang="vi">{of.name}</span> <span className="soft">({t(`report.figure.place.${of.place}`)})</span></dd></>}
        <PeriodFact figure={figure} />
        {soft && <><dt>{t('report.figure.soft')}</dt><dd>{t(`report.figure.soft.${soft.kind}.text`, { words: soft.text })}</dd></>}
      </dl>
      {doubtful && <p className="doubt"><Icon name="warning" size={13} /> {t('report.figure.doubtful.text')}</p>}
      <Items figure={figure} />
    </>
  );
}

function PeriodFact({ figure: { period } }: { figure: Figure }) {
  const { t, date } = useText();
  if (!period) return null;
  const { from, to, source } = period;
  const words = from && to ? t('report.figure.period.both', { from: date(from), to: date(to) })
    : from ? t('report.figure.period.from', { from: date(from) }) : t('report.figure.period.to', { to: to ? date(to) : '' });
  return <><dt>{t('report.figure.period')}</dt><dd>{words} <span className="soft">({t(`report.figure.period.${source}`)})</span></dd></>;
}

/** The data items the figure is read as, how sure that is, and by which wording. */
function Items({ figure: { items } }: { figure: Figure }) {
  const { t, words } = useText();
  if (items.length === 0) return <p className="soft">{t('report.figure.no_items')}</p>;
  return (
    <div>
      <h3>{t('report.figure.items')}</h3>
      <ul className="items">
        {items.map(({ item, label, confidence, rule }) => (
          <li key={item}>
            <span>{words(label)} <span className="hash">{item}</span></span>
            <span className={`chip ${confidence === 'certain' ? 'good' : 'plain'}`}>{t(`report.figure.${confidence}`)}</span>
            <span className="soft">{t('report.figure.rule', { rule })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
