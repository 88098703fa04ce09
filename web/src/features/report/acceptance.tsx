import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { ApiProblem } from '../../api/client';
import { acceptFinding, keyOf, withdrawAcceptance, type ReportSource } from '../../api/queries';
import type { Acceptance } from '../../api/types';

/** What the parts of a report view must know of the report they show. */
export interface ReportContextValue {
  source: ReportSource;
  acceptances: ReadonlyMap<string, Acceptance>;
  /** Whether the account may accept findings here. */
  mayAccept: boolean;
}

export const ReportContext = createContext<ReportContextValue | null>(null);

export function useReport(): ReportContextValue {
  const report = use(ReportContext);
  if (!report) throw new Error('useReport outside of ReportView');
  return report;
}

type Answer = { acceptances: Acceptance[] };

/** Accepts a finding, or takes that back; the report in the cache follows the server's answer. */
export function useAcceptance(finding: string) {
  const { source } = useReport();
  const client = useQueryClient();
  const store = (acceptance: Acceptance | null) => {
    client.setQueryData<Answer>(keyOf(source), (report) => {
      if (!report) return report;
      const others = report.acceptances.filter((one) => one.finding !== finding);
      return { ...report, acceptances: acceptance ? [...others, acceptance] : others };
    });
    void client.invalidateQueries({ queryKey: ['rounds'] });
  };
  const accept = useMutation({
    mutationFn: ({ reason, over }: { reason: string; over: Acceptance | null }) => acceptFinding(source, finding, reason, over),
    onSuccess: store,
  });
  const withdraw = useMutation({
    mutationFn: (acceptance: Acceptance) => withdrawAcceptance(source, acceptance),
    onSuccess: () => store(null),
  });
  return { accept, withdraw, keepTheirs: store };
}

/** The acceptance somebody else wrote meanwhile, where that is why a change was refused; undefined where it is not. */
export function writtenMeanwhile(error: unknown): Acceptance | null | undefined {
  return error instanceof ApiProblem && error.status === 412 ? (error.current as Acceptance | null) : undefined;
}

/** The bounds of the contract, in characters without white space at the ends. */
export const reasonLength = { least: 3, most: 1000 } as const;

export function reasonRefusal(reason: string): 'report.accept.too_short' | 'report.accept.too_long' | null {
  const length = [...reason.trim()].length;
  if (length < reasonLength.least) return 'report.accept.too_short';
  return length > reasonLength.most ? 'report.accept.too_long' : null;
}
