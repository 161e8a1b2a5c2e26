import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RecordedPage } from '../../src/model.ts';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';

export interface Pause {
  /** The log as it is on show: while it is paused, as it was then. */
  readonly shown: Log;
  readonly isPaused: ReadonlySignal<boolean>;
  /** How many requests came meanwhile and wait to be shown. */
  readonly waiting: ReadonlySignal<number>;
  toggle(): void;
  /** Shows nothing of what has come so far, paused or not. */
  forget(): void;
}

interface Held {
  readonly listed: readonly Entry[];
  readonly settled: readonly Entry[];
  readonly pages: readonly RecordedPage[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** What is no news once it is shown again. */
  readonly known: ReadonlySet<string>;
}

const entriesById = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => new Map(entries.map(entry => [entry.id, entry]));

export function createPause(log: Log): Pause {
  const held = signal<Held | null>(null);
  const waiting = computed(() => {
    const known = held.value?.known;
    return known === undefined ? 0 : log.listed.value.filter(({ id }) => !known.has(id)).length;
  });
  return {
    shown: {
      connection: log.connection,
      recording: log.recording,
      pages: computed(() => held.value?.pages ?? log.pages.value),
      listed: computed(() => held.value?.listed ?? log.listed.value),
      settled: computed(() => held.value?.settled ?? log.settled.value),
      get: id => (held.value === null ? log.get(id) : held.value.entries.get(id)),
    },
    isPaused: computed(() => held.value !== null),
    waiting,
    toggle() {
      const listed = log.listed.value;
      const entries = entriesById(listed);
      held.value =
        held.value === null ? { listed, settled: log.settled.value, pages: log.pages.value, entries, known: new Set(entries.keys()) } : null;
    },
    forget() {
      if (held.value === null) return;
      const known = new Set(log.listed.value.map(({ id }) => id));
      held.value = { listed: [], settled: [], pages: log.pages.value.slice(-1), entries: new Map(), known };
    },
  };
}
