/** The Resource Timing entries of the inspected page and its frames: whether they may read what they asked for (`responseStatus` is 0 where not). */
import type { Doubt, TimingEntry } from '../../src/link/protocol.ts';
import type { AskFrames } from './frame-questions.ts';

/** Exchanges asked about at once. */
const URLS_MAX = 200;
/** An entry that was not there when asked for so often will not come: the page's buffer is full, or a worker asked. */
const ASKED_MAX = 3;

const readEntry = (frameId: number, entry: unknown): readonly TimingEntry[] => {
  const [url, startedAt, responseStatus, initiatorType] = Array.isArray(entry) ? entry : [];
  const isEntry = typeof url === 'string' && Number.isFinite(startedAt) && Number.isInteger(responseStatus) && typeof initiatorType === 'string';
  return isEntry ? [{ frameId, url, startedAt, responseStatus, initiatorType: initiatorType.slice(0, 64) }] : [];
};

export interface PageTimings {
  /** Exchanges that the page is to be asked about. */
  add(doubts: readonly Doubt[]): void;
  /** Whether an entry may still come that was not there yet. */
  readonly isWaiting: boolean;
  /** What the page tells of the exchanges that are in doubt. */
  read(): Promise<readonly TimingEntry[]>;
}

/** `ask` gives what `readTimings` gives in each frame. */
export const createPageTimings = (ask: AskFrames): PageTimings => {
  /** By id, in the order in which they came. */
  const doubts = new Map<string, { readonly url: string; readonly asked: number }>();
  return {
    add: added => {
      for (const { id, url } of added) if (!doubts.has(id)) doubts.set(id, { url: url.replace(/#.*/s, ''), asked: 0 });
    },
    get isWaiting() {
      return doubts.size > 0;
    },
    read: async () => {
      const next = [...doubts].slice(0, URLS_MAX);
      if (next.length === 0) return [];
      for (const [id, { url, asked }] of next) {
        doubts.delete(id);
        if (asked + 1 < ASKED_MAX) doubts.set(id, { url, asked: asked + 1 });
      }
      const frames = await ask([...new Set(next.map(([, { url }]) => url))]);
      return frames.flatMap(({ frameId, answer }) => (Array.isArray(answer) ? answer.flatMap(entry => readEntry(frameId, entry)) : []));
    },
  };
};
