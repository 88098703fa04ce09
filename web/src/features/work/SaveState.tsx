import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { changeOf } from './draft';
import type { Standing } from './drafts';
import { Refusal } from './parts';

/** Whether what was typed is on the server, told as it changes. */
export function SaveState({ standing: { phase, draft, savedAt, givenBack, problem } }: { standing: Standing }) {
  const { t, clock, time } = useText();
  const partly = draft !== null && changeOf(draft) === null;
  const said = () => {
    if (partly) return t('work.save.partly');
    if (phase === 'waiting' || phase === 'saving') return t('work.save.saving');
    if (phase === 'offline') return t('work.save.offline');
    if (phase === 'refused') return t('work.save.refused');
    return phase === 'saved' && savedAt ? t('work.save.saved', { time: clock(savedAt) }) : '';
  };
  const wrong = phase === 'offline' || phase === 'refused' || partly;
  return (
    <div className="save-state">
      <p role="status" className={wrong ? 'save-wrong' : 'soft'}>{phase === 'saved' && !partly && <Icon name="check" size={13} />}{said()}</p>
      {givenBack && draft && <p className="soft">{t('work.save.given_back', { time: time(givenBack) })}</p>}
      {phase === 'refused' && problem && <Refusal error={problem} />}
    </div>
  );
}
