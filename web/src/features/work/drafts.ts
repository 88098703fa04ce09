import { asProblem, type ApiProblem, type Tagged } from '../../api/client';
import type { AnswersChange, CriterionAnswers } from '../../api/types';
import { changeOf, rest, standsAlready, type Draft, type Written } from './draft';

export type Phase = 'idle' | 'waiting' | 'saving' | 'saved' | 'offline' | 'refused' | 'conflict';

/** Where the saving of one criterion's answers stands. */
export interface Standing {
  phase: Phase;
  draft: Draft | null;
  savedAt: string | null;
  /** When what was given back after loading the page again had been written. */
  givenBack: string | null;
  problem: ApiProblem | null;
  /** Of a conflict: what stands on the server now. */
  theirs: Tagged<CriterionAnswers> | null;
}

/** The outside of it: the server, the browser's storage and the clock. */
export interface Surroundings {
  send: (criterion: string, change: AnswersChange, etag: string) => Promise<Tagged<CriterionAnswers>>;
  ask: (criterion: string) => Promise<Tagged<CriterionAnswers>>;
  saved: (criterion: string, answers: Tagged<CriterionAnswers>) => void;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;
  now: () => string;
  /** Runs it later; the answer takes that back. */
  later: (milliseconds: number, run: () => void) => () => void;
}

const rested = 700;
const longest = 30_000;
const untouched: Standing = { phase: 'idle', draft: null, savedAt: null, givenBack: null, problem: null, theirs: null };

/** Saves the answers of a unit as they are typed: what is not on the server yet is in the browser's storage. */
export class Drafts {
  private readonly standings = new Map<string, Standing>();
  private readonly timers = new Map<string, () => void>();
  private readonly failures = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly prefix: string, private readonly around: Surroundings) {
    for (const criterion of this.kept()) {
      const draft = this.read(criterion);
      if (draft) this.standings.set(criterion, { ...untouched, phase: 'waiting', draft, givenBack: draft.at });
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of = (criterion: string): Standing => this.standings.get(criterion) ?? untouched;

  /** The criteria with something that is not on the server yet, as one text, so that it can be compared. */
  unsaved = (): string => [...this.standings].filter(([, { draft }]) => draft !== null).map(([criterion]) => criterion).join(' ');

  write(criterion: string, etag: string, part: { id: string; written: Written } | { self: Written }): void {
    const before = this.of(criterion);
    const draft: Draft = before.draft ?? { etag, items: {}, at: '' };
    const next = 'self' in part ? { ...draft, self: part.self } : { ...draft, items: { ...draft.items, [part.id]: part.written } };
    this.keep(criterion, { ...next, at: this.around.now() });
    if (before.phase === 'conflict') return;
    this.set(criterion, { phase: before.phase === 'saving' ? 'saving' : 'waiting', problem: null });
    if (before.phase !== 'saving') this.schedule(criterion, rested);
  }

  /** Sends at once what waits: the line is back, the page is left. */
  flush(): void {
    for (const [criterion, { phase, draft }] of this.standings) {
      if (draft && (phase === 'waiting' || phase === 'offline')) void this.save(criterion);
    }
  }

  /** Of a conflict: what the others wrote stays. */
  keepTheirs(criterion: string): void {
    const { theirs } = this.of(criterion);
    this.drop(criterion);
    if (theirs) this.around.saved(criterion, theirs);
  }

  /** Of a conflict: one's own is written over it. */
  sendMine(criterion: string): void {
    const { theirs, draft } = this.of(criterion);
    if (!theirs || !draft) return;
    this.keep(criterion, { ...draft, etag: theirs.etag });
    this.set(criterion, { theirs: null });
    void this.save(criterion);
  }

  /** Gives up what is not saved. */
  drop(criterion: string): void {
    this.stop(criterion);
    this.keep(criterion, null);
    this.set(criterion, untouched);
  }

  private async save(criterion: string): Promise<void> {
    this.stop(criterion);
    const sent = this.of(criterion).draft;
    const change = sent && changeOf(sent);
    if (!sent || !change) return;
    this.set(criterion, { phase: 'saving' });
    try {
      this.done(criterion, sent, await this.around.send(criterion, change, sent.etag));
    } catch (error) {
      await this.failed(criterion, asProblem(error));
    }
  }

  private done(criterion: string, sent: Draft, answers: Tagged<CriterionAnswers>): void {
    const now = this.of(criterion).draft;
    const left = now && rest(now, sent, answers.etag);
    this.failures.delete(criterion);
    this.keep(criterion, left);
    this.set(criterion, { phase: left ? 'waiting' : 'saved', savedAt: this.around.now(), givenBack: null, problem: null, theirs: null });
    this.around.saved(criterion, answers);
    if (left) this.schedule(criterion, rested);
  }

  private async failed(criterion: string, problem: ApiProblem): Promise<void> {
    if (problem.status === 0 || problem.status >= 500) return this.tryAgain(criterion, problem);
    if (problem.status !== 412) return this.set(criterion, { phase: 'refused', problem });
    const theirs = await this.around.ask(criterion).catch(() => null);
    if (!theirs) return this.tryAgain(criterion, problem);
    const { draft } = this.of(criterion);
    if (draft && standsAlready(draft, theirs.value)) return this.done(criterion, draft, theirs);
    this.set(criterion, { phase: 'conflict', problem, theirs });
  }

  /** After 2, 4, 8 and up to 30 seconds. */
  private tryAgain(criterion: string, problem: ApiProblem): void {
    const failures = (this.failures.get(criterion) ?? 0) + 1;
    this.failures.set(criterion, failures);
    this.set(criterion, { phase: 'offline', problem });
    this.schedule(criterion, Math.min(longest, 1000 * 2 ** failures));
  }

  private schedule(criterion: string, milliseconds: number): void {
    this.stop(criterion);
    this.timers.set(criterion, this.around.later(milliseconds, () => void this.save(criterion)));
  }

  private stop(criterion: string): void {
    this.timers.get(criterion)?.();
    this.timers.delete(criterion);
  }

  private set(criterion: string, part: Partial<Standing>): void {
    this.standings.set(criterion, { ...this.of(criterion), ...part });
    for (const listener of this.listeners) listener();
  }

  private keep(criterion: string, draft: Draft | null): void {
    this.standings.set(criterion, { ...this.of(criterion), draft });
    try {
      if (draft) this.around.storage?.setItem(this.prefix + criterion, JSON.stringify(draft));
      else this.around.storage?.removeItem(this.prefix + criterion);
    } catch {
      // A full or forbidden storage: the draft then lives until the page is closed.
    }
  }

  private kept(): string[] {
    const { storage } = this.around;
    try {
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage!.key(index) ?? '');
      return keys.filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
    } catch {
      return [];
    }
  }

  private read(criterion: string): Draft | null {
    try {
      return JSON.parse(this.around.storage?.getItem(this.prefix + criterion) ?? 'null') as Draft | null;
    } catch {
      return null;
    }
  }
}
