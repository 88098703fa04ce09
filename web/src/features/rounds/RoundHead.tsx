import { Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Round } from '../../api/types';
import { hasOneUnit, mayPlan, useSession } from '../../app/session';
import { useText } from '../../locales/text';
import '../../ui/views.css';
import { PastSets } from './PastSets';

export type RoundView = 'units' | 'work' | 'ranks';

const endings: Record<RoundView, string> = { units: '', work: '/work', ranks: '/ranks' };

/** Which round this is, the way to others, and the pages about it. */
export function RoundHead({ round, rounds, view }: { round: Round; rounds: Round[]; view: RoundView }) {
  const { t, words, date } = useText();
  const navigate = useNavigate();
  const session = useSession();
  const oneUnit = hasOneUnit(session);
  const address = (id: string, of: RoundView) => `/rounds/${encodeURIComponent(id)}${endings[of]}`;
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
        {mayPlan(session) && <Link className="plan-link" to="/rounds/new">{t('plan.link')}</Link>}
        {rounds.length > 1 && (
          <Select aria-label={t('rounds.choose')} value={round.id} style={{ minWidth: 220 }}
            options={rounds.map(({ id, title }) => ({ value: id, label: words(title) }))}
            onChange={(id) => void navigate(address(id, view))} />
        )}
      </div>
      {!oneUnit && (
        <nav className="views" aria-label={t('round.views')}>
          {(['units', 'work', 'ranks'] as const).map((one) => <Link key={one} to={address(round.id, one)} aria-current={one === view ? 'page' : undefined}>{t(`round.view.${one}`)}</Link>)}
        </nav>
      )}
    </>
  );
}
