import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { doRoundAct, doUnitAct, refreshRound } from '../../api/work';
import type { ActDone, ActWanted } from '../../api/types';
import { showClock } from '../../format/show';

/** Acts on a unit's file or on criteria of it; what hangs on them is asked again. */
export function useUnitAct(round: string, unit: string) {
  const client = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const act = useMutation({
    mutationFn: (wanted: ActWanted): Promise<ActDone> => doUnitAct(round, unit, wanted),
    onMutate: () => setDone(null),
    onSuccess: async () => {
      await refreshRound(client, round);
      setDone(showClock(new Date().toISOString()));
    },
  });
  return { act, done };
}

/** An act of the round itself; what was published may be more by it. */
export function useRoundAct(round: string) {
  const client = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const act = useMutation({
    mutationFn: (wanted: ActWanted) => doRoundAct(round, wanted),
    onMutate: () => setDone(null),
    onSuccess: async () => {
      await Promise.all([refreshRound(client, round), client.invalidateQueries({ queryKey: ['publications'] })]);
      setDone(showClock(new Date().toISOString()));
    },
  });
  return { act, done };
}
