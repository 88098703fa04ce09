import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Advice } from '../../api/types';
import { matches } from '../../format/fold';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { NumberField } from '../../ui/NumberField';
import '../../ui/table.css';
import { figuresOf, firstDays, firstMoney, mostActions, nextId, type Draft, type Effect } from './actions';
import { numbersOf } from './trial';
import { Answer } from './TrialField';

interface Props {
  advice: Advice;
  drafts: Draft[];
  setDrafts: (drafts: Draft[]) => void;
  /** The chosen actions with what would be lost without each; null while that is not known. */
  chosen: ReadonlyMap<string, string> | null;
}

/** What could be done: each row an action that can be changed, left out or taken away. */
export function ActionTable({ advice, drafts, setDrafts, chosen }: Props) {
  const { t, decimal } = useText();
  const change = (next: Draft) => setDrafts(drafts.map((draft) => (draft.id === next.id ? next : draft)));
  return (
    <section className="panel table-panel" aria-labelledby="actions-title">
      <h2 id="actions-title">{t('steps.actions')}</h2>
      <p className="soft steps-note">{t('steps.guess', { days: decimal(firstDays) })}</p>
      {drafts.length > 0 ? (
        <table className="data-table action-table">
          <thead>
            <tr>
              <th scope="col" className="wide-cell">{t('steps.column.action')}</th>
              <th scope="col" className="wide-cell">{t('steps.column.brings')}</th>
              <th scope="col">{t('steps.column.days')}</th>
              <th scope="col">{t('steps.column.money')}</th>
              <th scope="col">{t('steps.column.chosen')}</th>
              <th scope="col"><span className="hidden-visually">{t('documents.column.actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => <Row key={draft.id} draft={draft} change={change} remove={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))} chosen={chosen} />)}
          </tbody>
        </table>
      ) : (
        <p className="soft action-none">{t('steps.none')}</p>
      )}
      {drafts.length < mostActions && <Adder advice={advice} add={(effect, title) => setDrafts([...drafts, { id: nextId(drafts), title, days: firstDays, money: firstMoney, effects: [effect], wanted: true }])} />}
    </section>
  );
}

function Row({ draft, change, remove, chosen }: { draft: Draft; change: (draft: Draft) => void; remove: () => void; chosen: Props['chosen'] }) {
  const { t, words, signed, language } = useText();
  const title = words(draft.title);
  const marginal = draft.wanted ? chosen?.get(draft.id) : undefined;
  const rename = (text: string) => change({ ...draft, title: { vi: text, en: text } });
  return (
    <tr className={marginal === undefined ? undefined : 'chosen'}>
      <th scope="row">
        <span className="action-title">
          <Checkbox checked={draft.wanted} aria-label={t('steps.wanted', { action: title })} onChange={(event) => change({ ...draft, wanted: event.target.checked })} />
          <Input.TextArea size="small" autoSize={{ minRows: 1, maxRows: 4 }} key={language} lang={language} value={title} maxLength={500} aria-label={t('steps.title')} status={title.trim() ? '' : 'error'} onChange={(event) => rename(event.target.value)} />
        </span>
      </th>
      <td className="wide-cell">
        {draft.effects.map((effect) => (
          <Brings key={effect.id} effect={effect} change={(value) => change({ ...draft, effects: draft.effects.map((one) => (one.id === effect.id ? { ...one, value } : one)) })} />
        ))}
      </td>
      <td data-label={t('steps.column.days')}><NumberField label={`${t('steps.days')}: ${title}`} value={draft.days} onChange={(days) => change({ ...draft, days })} /></td>
      <td data-label={t('steps.column.money')}><NumberField label={`${t('steps.money')}: ${title}`} value={draft.money} whole onChange={(money) => change({ ...draft, money })} /></td>
      <td data-label={t('steps.column.chosen')}>
        {marginal !== undefined ? <span className="chip good" title={t('steps.marginal')}><Icon name="check" size={13} />{signed(marginal)}</span> : <span className="soft">{t(draft.wanted ? 'steps.not_chosen' : 'steps.left_out')}</span>}
      </td>
      <td className="row-end"><button type="button" className="tool-button" aria-label={t('steps.remove', { action: title })} onClick={remove}><Icon name="trash" size={14} /></button></td>
    </tr>
  );
}

/** The figure an action moves: from what stands now to what it brings. */
function Brings({ effect, change }: { effect: Effect; change: (value: string | null) => void }) {
  const { t, words } = useText();
  const label = words(effect.label);
  return (
    <div className="brings">
      <p>{label}</p>
      <span className="brings-value">
        <Answer figure={effect} answer={effect.from} /> →{' '}
        {effect.kind === 'yes_no'
          ? <Segmented size="small" aria-label={label} value={effect.value ?? ''} options={(['true', 'false'] as const).map((value) => ({ value, label: t(`value.${value}`) }))} onChange={change} />
          : <NumberField label={label} value={effect.value} unit={words(effect.unit)} {...numbersOf(effect)} onChange={change} />}
      </span>
    </div>
  );
}

/** A new action begins with the figure it moves; all else is written in its row. */
function Adder({ advice, add }: { advice: Advice; add: (effect: Effect, title: Draft['title']) => void }) {
  const { t, words, language } = useText();
  const [figure, setFigure] = useState<string | null>(null);
  const figures = figuresOf(advice, language);
  if (figures.length === 0) return null;
  const begin = () => {
    const effect = figures.find(({ id }) => id === figure);
    if (effect) add({ ...effect, value: effect.value ?? (effect.kind === 'yes_no' ? 'true' : null) }, effect.label);
    setFigure(null);
  };
  return (
    <div className="adder">
      <Select showSearch={{ filterOption: (text, option) => matches(String(option?.label), text) }} aria-label={t('steps.add.figure')} placeholder={t('steps.add.figure')} value={figure} onChange={setFigure}
        options={figures.map(({ id, label }) => ({ value: id, label: words(label) }))} />
      <Button icon={<Icon name="plus" />} disabled={figure === null} onClick={begin}>{t('steps.add')}</Button>
    </div>
  );
}
