import { Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Round } from '../../api/types';
import { useText } from '../../locales/text';
import '../../ui/views.css';
import { PastSets } from './PastSets';

export type RoundView = 'units' | 'ranks';

/** Which round this is, the way to others, and the pages about it. */
export function RoundHead({ round, rounds, view }: { round: Round; rounds: Round[]; view: RoundView }) {
  const { t, words, date } = useText();
  const navigate = useNavigate();
  const address = (id: string) => `/rounds/${encodeURIComponent(id)}${view === 'ranks' ? '/ranks' : ''}`;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{words(round.title)}</h1>
          <p className="page-meta">
            <span>{t('rounds.year', { year: round.year })}, {t('rounds.span', { from: date(round.from), to: date(round.to) })}</span>
            <span>{words(round.set.title)} ({t('rounds.version', { version: round.set.version })})</span>
          </p>
          <PastSets round={round.id} />
        </div>
        {rounds.length > 1 && (
          <Select aria-label={t('rounds.choose')} value={round.id} style={{ minWidth: 220 }}
            options={rounds.map(({ id, title }) => ({ value: id, label: words(title) }))}
            onChange={(id) => void navigate(address(id))} />
        )}
      </div>
      <nav className="views" aria-label={t('round.views')}>
        {(['units', 'ranks'] as const).map((one) => (
          <Link key={one} to={`/rounds/${encodeURIComponent(round.id)}${one === 'ranks' ? '/ranks' : ''}`} aria-current={one === view ? 'page' : undefined}>{t(`round.view.${one}`)}</Link>
        ))}
      </nav>
    </>
  );
}
