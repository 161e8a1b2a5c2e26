/** Writes to a slow store: in order, the newest value of each key only, and many changes at once. */
import { createThrottle } from './throttle.ts';

export interface Store {
  readAll(): Promise<Record<string, unknown>>;
  /** Rejects where the store is full. */
  write(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface WriteQueue {
  /** `make` gives the value when it is about to be written: what was changed again by then is made once. */
  set(key: string, make: () => unknown): void;
  remove(key: string): void;
  /** Writes everything asked for so far now. Resolves once it is written or has failed. */
  drain(): Promise<void>;
}

/** Writes are this many milliseconds apart: a request changes some five times, and all but the last are soon old. */
const WRITE_EVERY_MS = 500;

export const createWriteQueue = (store: Store): WriteQueue => {
  let pending = new Map<string, (() => unknown) | null>();
  let running: Promise<void> | null = null;

  const write = async (items: readonly (readonly [string, unknown])[]): Promise<void> => {
    if (items.length === 0) return;
    try {
      await store.write(Object.fromEntries(items));
    } catch {
      // A full store has no room for all, but for some. What it does not take is on show all the same: only a stopped worker loses it.
      for (const [key, value] of items) await store.write({ [key]: value }).catch(() => store.remove([key]).catch(() => undefined));
    }
  };
  const run = async (): Promise<void> => {
    while (pending.size > 0) {
      const batch = [...pending];
      pending = new Map();
      const removed = batch.flatMap(([key, make]) => (make === null ? [key] : []));
      if (removed.length > 0) await store.remove(removed).catch(() => undefined);
      await write(batch.flatMap(([key, make]) => (make === null ? [] : [[key, make()] as const])));
    }
    running = null;
  };
  const start = (): void => {
    if (pending.size > 0) running ??= run();
  };
  const startInTime = createThrottle(start, WRITE_EVERY_MS);
  const put = (key: string, make: (() => unknown) | null): void => {
    pending.set(key, make);
    startInTime();
  };
  return {
    set: put,
    remove: key => put(key, null),
    drain: async () => {
      start();
      while (running) await running;
    },
  };
};
