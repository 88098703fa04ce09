import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { answersQuery, fetchAnswers, refreshRound, saveAnswers } from '../../api/work';
import { useSession } from '../../app/session';
import { Drafts, type Standing } from './drafts';

function storageOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The saving of a unit's answers by whoever is signed in; goes on while criteria are left and come back to. */
export function useDrafts(round: string, unit: string): Drafts {
  const client = useQueryClient();
  const { account } = useSession();
  const drafts = useMemo(
    () =>
      new Drafts(`liem.draft.${[account, round, unit].map(encodeURIComponent).join('.')}.`, {
        send: (criterion, change, etag) => saveAnswers(round, unit, criterion, change, etag),
        ask: (criterion) => fetchAnswers(round, unit, criterion),
        saved: (criterion, answers) => {
          client.setQueryData(answersQuery(round, unit, criterion).queryKey, answers);
          void refreshRound(client, round, { unit, criterion });
        },
        storage: storageOf(),
        now: () => new Date().toISOString(),
        later: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
      }),
    [client, account, round, unit],
  );
  useEffect(() => {
    const flush = () => drafts.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, [drafts]);
  return drafts;
}

export function useStanding(drafts: Drafts, criterion: string): Standing {
  return useSyncExternalStore(drafts.subscribe, () => drafts.of(criterion));
}

/** The codes of the criteria with something unsaved. */
export function useUnsaved(drafts: Drafts): ReadonlySet<string> {
  const codes = useSyncExternalStore(drafts.subscribe, drafts.unsaved);
  return useMemo(() => new Set(codes.split(' ').filter(Boolean)), [codes]);
}
