import type { Document } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Progress } from './Progress';

/** How far the server is with a document; of a failed one, why and what helps. */
export function DocumentStanding({ document }: { document: Document }) {
  const { t, words } = useText();
  const { state, progress, problem } = document;
  if (state === 'done') return <span className="chip good"><Icon name="check" size={13} />{t('documents.state.done')}</span>;
  if (state === 'failed') {
    return (
      <div>
        <span className="chip error"><Icon name="error" size={13} />{t('documents.state.failed')}</span>
        {problem && <p className="standing-reason">{words(problem.message)}</p>}
      </div>
    );
  }
  if (state === 'waiting') {
    return (
      <div>
        <span className="chip plain"><Icon name="clock" size={13} />{t('documents.state.waiting')}</span>
        {problem && <p className="standing-reason">{words(problem.message)}</p>}
      </div>
    );
  }
  const label = progress ? t('documents.state.page', { done: progress.done, total: progress.total }) : t(`documents.state.${state}`);
  return <Progress label={label} done={progress?.done ?? 0} total={progress?.total ?? 0} />;
}
