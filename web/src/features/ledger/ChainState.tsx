import { useQuery } from '@tanstack/react-query';
import { logStateQuery } from '../../api/queries';
import type { LogState } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';

/** How far the chain was gone over, what was found, and the last checkpoint. */
export function ChainState() {
  const state = useQuery(logStateQuery);
  if (state.isPending) return <Loading rows={2} />;
  if (state.isError) return <ProblemNotice error={state.error} retry={() => void state.refetch()} />;
  return state.data.problem ? <Broken problem={state.data.problem} /> : <Whole state={state.data} />;
}

function Broken({ problem }: { problem: NonNullable<LogState['problem']> }) {
  const { t, words } = useText();
  return (
    <section className="panel chain broken" role="alert">
      <Icon name="error" />
      <div>
        <p><strong>{t('log.chain.broken')}</strong></p>
        <p>{words(problem.message)}</p>
        <p className="soft">{t('log.chain.broken.hint')}</p>
      </div>
    </section>
  );
}

function Whole({ state }: { state: LogState }) {
  const { t, decimal, time } = useText();
  const { entries, verified_to, checkpoint } = state;
  const shown = { entries: decimal(String(entries)), verified: decimal(String(verified_to)) };
  return (
    <section className="panel chain" role="status">
      <Icon name={verified_to === entries ? 'check' : 'clock'} />
      <div>
        <p><strong>{verified_to === entries ? t('log.chain.whole', shown) : t('log.chain.under_way', shown)}</strong></p>
        <p className="soft">
          {checkpoint
            ? t('log.chain.checkpoint', { position: decimal(String(checkpoint.position)), at: time(checkpoint.at), key: checkpoint.key, behind: decimal(String(entries - checkpoint.position)) })
            : t('log.chain.no_checkpoint')}
        </p>
      </div>
    </section>
  );
}
