/** Writes to a slow store: one at a time, in order, the newest value of each key only. */

export interface Store {
  readAll(): Promise<Record<string, unknown>>;
  /** Rejects where the store is full. */
  write(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface WriteQueue {
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Resolves once everything asked for so far is written or has failed. */
  drain(): Promise<void>;
}

/** `onFull` is told of the keys whose values the store did not take. */
export const createWriteQueue = (store: Store, onFull: (keys: readonly string[]) => void): WriteQueue => {
  const REMOVED = Symbol('removed');
  let pending = new Map<string, unknown>();
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (pending.size > 0) {
      const batch = pending;
      pending = new Map();
      const removed = [...batch].flatMap(([key, value]) => (value === REMOVED ? [key] : []));
      const written = [...batch].filter(([, value]) => value !== REMOVED);
      if (removed.length > 0) await store.remove(removed).catch(() => undefined);
      if (written.length > 0) await store.write(Object.fromEntries(written)).catch(() => onFull(written.map(([key]) => key)));
    }
    running = null;
  };
  const put = (key: string, value: unknown): void => {
    pending.set(key, value);
    running ??= Promise.resolve().then(run);
  };
  return {
    set: put,
    remove: key => put(key, REMOVED),
    drain: async () => {
      while (running) await running;
    },
  };
};
