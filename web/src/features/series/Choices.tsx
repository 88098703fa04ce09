import { Select } from 'antd';
import type { SeriesItem, TreeUnit } from '../../api/types';
import { matches } from '../../format/fold';
import { useText } from '../../locales/text';
import type { ChangeDay } from './tree';

interface Props {
  items: readonly SeriesItem[];
  units: readonly TreeUnit[];
  days: readonly ChangeDay[];
  chosen: { item: string; of: string | null; unit: string; change: string };
  set: (values: Record<string, string | null>) => void;
}

/** What the series is of: item, perhaps as a share of another, unit, and the change whose two sides are compared. */
export function Choices({ items, units, days, chosen, set }: Props) {
  const { t, words, date } = useText();
  const named = items.map(({ id, label }) => ({ value: id, label: words(label) }));
  const summable = items.filter(({ kind, id }) => (kind === 'count' || kind === 'money') && id !== chosen.item).map(({ id, label }) => ({ value: id, label: words(label) }));
  const canShare = items.some(({ id, kind }) => id === chosen.item && (kind === 'count' || kind === 'money'));
  const search = { filterOption: (text: string, option?: { label: string }) => matches(option?.label ?? '', text) };
  return (
    <section className="panel choices" aria-label={t('series.choices')}>
      <label><span>{t('series.item')}</span>
        <Select showSearch={search} value={chosen.item} options={named} onChange={(item) => set({ item, of: null })} />
      </label>
      {units.length === 1 ? (
        <p className="only-choice"><span>{t('series.unit')}</span><strong>{words(units[0]!.name)}</strong></p>
      ) : (
        <label><span>{t('series.unit')}</span>
          <Select showSearch={search} value={chosen.unit} options={units.map(({ id, name }) => ({ value: id, label: words(name) }))} onChange={(unit) => set({ unit })} />
        </label>
      )}
      {canShare && summable.length > 0 && (
        <label><span>{t('series.of')}</span>
          <Select showSearch={search} value={chosen.of ?? ''} options={[{ value: '', label: t('series.of.none') }, ...summable]} onChange={(of) => set({ of: of === '' ? null : of })} />
        </label>
      )}
      {days.length > 0 && (
        <label><span>{t('series.change')}</span>
          <Select value={chosen.change} options={days.map((day) => ({ value: day.date, label: t('series.change.day', { date: date(day.date), count: day.events }) }))} onChange={(change) => set({ change })} />
        </label>
      )}
    </section>
  );
}
