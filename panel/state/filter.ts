import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Advisor } from './advisor.ts';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';
import { parseQuery, searchFor } from './query.ts';

/**
 * warnings: what was let through although there is advice on it, and what nobody can tell the outcome of: a reader who looks
 * for what may go wrong next wants both.
 */
export type Shown = 'blocked' | 'warnings' | 'allowed' | 'all';

export interface Filter {
  readonly shown: Signal<Shown>;
  readonly query: Signal<string>;
  /** Ids of those that carry a sign: there is advice on them. */
  readonly advised: ReadonlySignal<ReadonlySet<string>>;
  /** How many each choice would show if nothing were searched for. */
  readonly counts: ReadonlySignal<Readonly<Record<Shown, number>>>;
  /** What is visible if nothing is searched for. */
  readonly chosen: ReadonlySignal<readonly Entry[]>;
  /** The same array as `chosen` while nothing is searched for. */
  readonly visible: ReadonlySignal<readonly Entry[]>;
}

const NONE: ReadonlySet<string> = new Set();

const isWarning = ({ id, standing }: Entry, advised: ReadonlySet<string>): boolean =>
  standing === 'unknown' || (standing === 'allowed' && advised.has(id));

/** `advisor`: null until it is loaded. */
export function createFilter({ listed, settled }: Pick<Log, 'listed' | 'settled'>, advisor: ReadonlySignal<Advisor | null>): Filter {
  const shown = signal<Shown>('blocked');
  const query = signal('');
  const advised = computed(() => advisor.value?.advised.value ?? NONE);
  const counts = computed(() => {
    let blocked = 0;
    let warnings = 0;
    let allowed = 0;
    for (const entry of listed.value) {
      if (entry.standing === 'blocked') blocked += 1;
      else if (entry.standing === 'allowed') allowed += 1;
      if (isWarning(entry, advised.value)) warnings += 1;
    }
    return { blocked, warnings, allowed, all: listed.value.length };
  });
  const chosen = computed(() => {
    const standing = shown.value;
    if (standing === 'all') return listed.value;
    if (standing === 'warnings') return settled.value.filter(entry => isWarning(entry, advised.value));
    return settled.value.filter(entry => entry.standing === standing);
  });
  const visible = computed(() => {
    const isWanted = searchFor(parseQuery(query.value));
    return isWanted === null ? chosen.value : chosen.value.filter(isWanted);
  });
  return { shown, query, advised, counts, chosen, visible };
}
