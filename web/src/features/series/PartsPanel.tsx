import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { seriesQuery, type SeriesQuestion } from '../../api/queries';
import type { SeriesPart, SeriesYear } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Portions } from '../../ui/Portions';
import { Loading, ProblemNotice } from '../../ui/states';

/** What one value is made of: arithmetic, and each report it was added up from with its way here. */
export function PartsPanel({ question, close }: { question: SeriesQuestion & { explain: number }; close: () => void }) {
  const { t } = useText();
  const series = useQuery(seriesQuery(question));
  const year = series.data?.years.find((one) => one.year === question.explain);
  return (
    <div className="explanation-inner parts-inner">
      <button type="button" className="tool-button explanation-close" aria-label={t('app.close')} onClick={close}><Icon name="close" /></button>
      {series.isPending && <Loading rows={8} />}
      {series.isError && <ProblemNotice error={series.error} retry={() => void series.refetch()} />}
      {year && <Content year={year} />}
    </div>
  );
}

function Content({ year }: { year: SeriesYear }) {
  const { t, words } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const parts = [...(year.parts ?? [])].map((part, index) => ({ part, index }));
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>{t('series.parts.of', { year: year.year })}</h2>
      <p>{words(year.headline)}</p>
      <p className="soft">{words(year.arithmetic)}</p>
      <h3 className="parts-title">{t('series.parts')} ({year.part_count})</h3>
      <Portions className="parts-list" items={parts} first={20} row={({ part, index }) => <Part key={index} part={part} />} />
    </>
  );
}

function Part({ part }: { part: SeriesPart }) {
  const { t, words } = useText();
  return (
    <li>
      <p>{words(part.text)} {part.state !== 'counted' && <span className={`chip ${part.state === 'estimated' || part.state === 'mixed' ? 'plain' : part.state}`}>{t(`series.part.${part.state}`)}</span>}</p>
      {part.steps.length > 0 && (
        <details>
          <summary>{t('series.way')}</summary>
          <ol className="way">{part.steps.map((step, index) => <li key={index}>{words(step)}</li>)}</ol>
        </details>
      )}
    </li>
  );
}
