import { Button } from 'antd';
import { useState } from 'react';
import type { ActDone, CriterionWork } from '../../api/types';
import { compare, subtract } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Gap } from '../../ui/points';
import { Notice } from '../../ui/states';
import { Obstacles, Refusal, WorkChip } from './parts';
import { bulksOf, isUndisputed, setsPoints } from './scores';
import { useUnitAct } from './useActs';

interface Props {
  round: string;
  unit: string;
  criteria: readonly CriterionWork[];
}

/** One act for many criteria, with what stands: those nobody doubts are chosen to begin with, and each tells how it went. */
export function BulkPanel({ round, unit, criteria }: Props) {
  const { t, words } = useText();
  const bulks = bulksOf(criteria);
  const [chosen, setChosen] = useState(bulks[0]?.act.act ?? '');
  const bulk = bulks.find(({ act }) => act.act === chosen) ?? bulks[0];
  const [result, setResult] = useState<ActDone | null>(null);
  if (result) return <Result result={result} again={() => setResult(null)} />;
  if (!bulk) return <Notice icon="check" title={t('work.bulk.none.title')} text={t('work.bulk.none.text')} />;
  const rows = criteria.filter(({ code }) => bulk.codes.includes(code));
  return (
    <div className="bulk">
      {bulks.length > 1 && (
        <div className="filters" role="group" aria-label={t('work.bulk.act')}>
          {bulks.map(({ act, codes }) => (
            <button key={act.act} type="button" className="filter" aria-pressed={act.act === bulk.act.act} onClick={() => setChosen(act.act)}>{words(act.title)} <span className="filter-count">{codes.length}</span></button>
          ))}
        </div>
      )}
      <Choice key={bulk.act.act} round={round} unit={unit} act={bulk.act.act} title={words(bulk.act.title)} points={setsPoints(bulk.act)} rows={rows} done={setResult} />
    </div>
  );
}

interface ChoiceProps {
  round: string;
  unit: string;
  act: string;
  title: string;
  points: boolean;
  rows: readonly CriterionWork[];
  done: (result: ActDone) => void;
}

function Choice({ round, unit, act: name, title, points, rows, done }: ChoiceProps) {
  const { t, words, decimal } = useText();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(rows.filter((row) => !points || (isUndisputed(row) && row.state === 'handed_in')).map(({ code }) => code)));
  const { act } = useUnitAct(round, unit);
  const turn = (code: string) => {
    const next = new Set(ticked);
    if (!next.delete(code)) next.add(code);
    setTicked(next);
  };
  const codes = rows.map(({ code }) => code).filter((code) => ticked.has(code));
  return (
    <>
      <p className="soft">{t(points ? 'work.bulk.lead_points' : 'work.bulk.lead')}</p>
      <ul className="bulk-rows">
        {rows.map((row) => (
          <li key={row.code}>
            <label>
              <input type="checkbox" checked={ticked.has(row.code)} onChange={() => turn(row.code)} />
              <span className="criterion-code">{row.code}</span>
              <span>{words(row.title)}</span>
            </label>
            <span className="bulk-points">
              <WorkChip state={row.state} />
              {row.computed !== null && <span>{t('work.computed')}: <strong>{decimal(row.computed)}</strong></span>}
              {row.self !== null && row.computed !== null && compare(row.self, row.computed) !== 0 && <span className="soft">{t('work.difference')}: <Gap value={subtract(row.self, row.computed)} /></span>}
            </span>
          </li>
        ))}
      </ul>
      {act.isError && <Refusal error={act.error} />}
      <div className="row-actions bulk-do">
        <Button type="primary" disabled={codes.length === 0} loading={act.isPending} onClick={() => act.mutate({ act: name, criteria: codes, each: true }, { onSuccess: done })}>{t('work.bulk.do', { act: title, count: codes.length })}</Button>
        <Button onClick={() => setTicked(new Set(ticked.size === rows.length ? [] : rows.map(({ code }) => code)))}>{t(ticked.size === rows.length ? 'work.bulk.nothing' : 'work.bulk.all')}</Button>
      </div>
    </>
  );
}

function Result({ result: { rows }, again }: { result: ActDone; again: () => void }) {
  const { t } = useText();
  const refused = rows.filter(({ why_not: blocks }) => blocks.length > 0);
  return (
    <div className="bulk">
      <p role="status"><Icon name="check" size={13} /> {t('work.bulk.result', { done: rows.length - refused.length, all: rows.length })}</p>
      <ul className="bulk-rows">
        {rows.map((row) => (
          <li key={row.criterion ?? ''}>
            <span><span className="criterion-code">{row.criterion}</span> {row.why_not.length === 0 ? <span className="chip good">{t('work.bulk.was_done')}</span> : <span className="chip warning">{t('work.bulk.was_not')}</span>}</span>
            {row.why_not.length > 0 && <Obstacles obstacles={row.why_not} />}
          </li>
        ))}
      </ul>
      <div className="row-actions"><Button onClick={again}>{t('work.bulk.again')}</Button></div>
    </div>
  );
}
