/** Looks for advice on what was not blocked, in the background. Loaded after the tab is on show, and then put in `Store.advisor`. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ReportAdvice } from '../../src/model.ts';
import { adviceFor, createSurroundings, isAdvised, placesOf } from '../../src/report/advice.ts';
import { reportWords } from '../later-words.ts';
import { createBacklog } from './backlog.ts';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';
import type { Pace } from './pace.ts';

/** How often, in milliseconds, what was found is told while more is looked at: the list is made anew each time. */
const TELL_MS = 100;

export interface Advisor {
  /** Ids of those that were let through, or whose outcome is unclear, and on which there is advice. */
  readonly advised: ReadonlySignal<ReadonlySet<string>>;
  /** What there is to say of it, by all that has been seen of its server. */
  readonly adviceOn: (entry: Entry) => readonly ReportAdvice[];
}

const isLookedAt = ({ standing }: Entry): boolean => standing === 'allowed' || standing === 'unknown';

/**
 * Each is looked at once, and again only when another tells something new of the same server or endpoint: what is learnt of
 * them only ever adds advice, so that those found stay found.
 */
export function createAdvisor({ listed, connection }: Pick<Log, 'listed' | 'connection'>, pace: Pace): Advisor {
  const advised = signal<ReadonlySet<string>>(new Set());
  const known = new Map<string, Entry>();
  const found = new Set<string>();
  /** Of each place the ids of those on which there is no advice yet. */
  const silent = new Map<string, Set<string>>();
  let surroundings = createSurroundings();
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTold = true;

  const backlog = createBacklog<Entry>({
    judge(entry) {
      for (const place of surroundings.learn(entry)) lookAgain(place);
      const isFound = isLookedAt(entry) && isAdvised(entry, surroundings);
      if (isFound !== found.has(entry.id)) isTold = false;
      if (isFound) found.add(entry.id);
      else found.delete(entry.id);
      if (isFound || !isLookedAt(entry)) return;
      for (const place of placesOf(entry)) silent.set(place, (silent.get(place) ?? new Set()).add(entry.id));
    },
    onSlice: tell,
    pace,
  });

  function lookAgain(place: string): void {
    for (const id of silent.get(place) ?? []) {
      const entry = known.get(id);
      if (entry !== undefined) backlog.add(entry);
    }
  }

  function tell(): void {
    if (isTold || (!backlog.isEmpty() && pace.now() < toldAt + TELL_MS)) return;
    advised.value = new Set(found);
    toldAt = pace.now();
    isTold = true;
  }

  /** Another exchange has its id, or none: what was found stays until that is looked at. */
  function leave(entry: Entry): void {
    for (const place of placesOf(entry)) {
      const ids = silent.get(place);
      ids?.delete(entry.id);
      if (ids?.size === 0) silent.delete(place);
    }
  }

  function forgetAllBut(entries: readonly Entry[]): void {
    const ids = new Set(entries.map(({ id }) => id));
    for (const entry of known.values()) {
      if (ids.has(entry.id)) continue;
      leave(entry);
      known.delete(entry.id);
      backlog.remove(entry.id);
      if (found.delete(entry.id)) isTold = false;
    }
    if (known.size === 0) surroundings = createSurroundings();
  }

  function take(entries: readonly Entry[]): void {
    const kept = entries.filter(({ id }) => known.has(id)).length;
    if (kept < known.size) forgetAllBut(entries);
    for (const entry of entries) {
      const before = known.get(entry.id);
      if (before === entry) continue;
      if (before !== undefined) leave(before);
      known.set(entry.id, entry);
      backlog.add(entry);
    }
    // Soon: what is new is painted first.
    if (!isTold || !backlog.isEmpty()) pace.soon(backlog.work);
  }

  effect(() => {
    if (connection.value === 'live') take(listed.value);
  });
  return { advised, adviceOn: entry => adviceFor(entry, surroundings, reportWords.advice) };
}
