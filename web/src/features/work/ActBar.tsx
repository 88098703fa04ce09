import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PossibleAct } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { ActForm, type Given } from './ActForm';
import { Obstacles, Refusal } from './parts';
import { formActs, isPossible, takesStanding } from './scores';

interface Props {
  acts: readonly PossibleAct[];
  points?: { maximum: string; suggested: string | null };
  /** Of whose file the acts are. */
  file?: { round: string; unit: string };
  /** The act whose form is open. */
  open: string | null;
  setOpen: (act: string | null) => void;
  busy: boolean;
  error: unknown;
  /** When the last one was done, as a clock shows it. */
  done: string | null;
  run: (act: PossibleAct, given: Given) => void;
  /** What an act will do, shown before it is done. */
  about?: (act: PossibleAct) => ReactNode;
  /** Where nothing may be done: shows at once what stands against it, not behind a word. */
  tells?: boolean;
  children?: ReactNode;
}

/** The acts that are the reader's by role: what may be done as buttons, and what may not with every reason why not. */
export function ActBar({ acts, points, file, open, setOpen, busy, error, done, run, about, tells = false, children }: Props) {
  const { t, words } = useText();
  const shown = formActs(acts);
  const possible = shown.filter(isPossible);
  const blocked = shown.filter((act) => !isPossible(act));
  const main = possible.find(({ act }) => act !== 'comment');
  const opened = possible.find(({ act }) => act === open);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opened && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [opened, done]);
  return (
    <div className="act-bar" ref={box} tabIndex={-1}>
      {opened ? (
        <ActForm key={opened.act} act={opened} {...(points && { points })} {...(file && { about: file })} busy={busy} error={error} close={() => setOpen(null)} submit={(given) => run(opened, given)}>
          {about?.(opened)}
        </ActForm>
      ) : (
        <>
          <div className="act-buttons">
            {possible.map((act) => (
              <span key={act.act} className="act-pair">
                {points && takesStanding(act) && (
                  <Button type={act === main ? 'primary' : 'default'} loading={busy} onClick={() => run(act, {})}>{t('work.take', { act: words(act.title) })}</Button>
                )}
                <Button type={act === main && !(points && takesStanding(act)) ? 'primary' : 'default'} disabled={busy} onClick={() => setOpen(act.act)}>
                  {points && takesStanding(act) ? t('work.take.other') : words(act.title)}
                </Button>
              </span>
            ))}
            {children}
          </div>
          {error !== null && <Refusal error={error} />}
        </>
      )}
      <p className="act-done" role="status">{done && <><Icon name="check" size={13} /> {t('work.done', { time: done })}</>}</p>
      {blocked.length > 0 && <BlockedActs acts={blocked} open={tells && possible.length === 0} />}
    </div>
  );
}

function BlockedActs({ acts, open }: { acts: readonly PossibleAct[]; open: boolean }) {
  const { t, words } = useText();
  return (
    <details className="blocked-acts" open={open}>
      <summary>{t('work.blocked', { count: acts.length })}</summary>
      <ul>
        {acts.map((act) => (
          <li key={act.act}><p><Icon name="lock" size={12} /> {words(act.title)}</p><Obstacles obstacles={act.why_not} /></li>
        ))}
      </ul>
    </details>
  );
}
