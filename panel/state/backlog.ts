import type { Pace } from './pace.ts';

/** How long, in milliseconds, judging keeps the browser from all else: half a frame. */
const SLICE_MS = 8;

/** Exchanges that wait to be judged, in the order in which they came. */
export interface Backlog<T> {
  readonly isEmpty: () => boolean;
  /** In the place of the one of the same id. */
  add(exchange: T): void;
  remove(id: string): void;
  clear(): void;
  /** Judges for a slice of time at once, and what is left soon. */
  work(): void;
}

interface BacklogOptions<T> {
  readonly judge: (exchange: T) => void;
  /** A slice is over. */
  readonly onSlice: () => void;
  readonly pace: Pace;
}

export function createBacklog<T extends { readonly id: string }>({ judge, onSlice, pace }: BacklogOptions<T>): Backlog<T> {
  const waiting = new Map<string, T>();
  let isDue = false;

  function slice(): void {
    const end = pace.now() + SLICE_MS;
    for (const [id, exchange] of waiting) {
      waiting.delete(id);
      judge(exchange);
      if (pace.now() >= end) break;
    }
    onSlice();
    isDue = waiting.size > 0;
    if (isDue) pace.soon(slice);
  }

  return {
    isEmpty: () => waiting.size === 0,
    add(exchange) {
      waiting.set(exchange.id, exchange);
    },
    remove(id) {
      waiting.delete(id);
    },
    clear() {
      waiting.clear();
    },
    work() {
      if (!isDue) slice();
    },
  };
}
