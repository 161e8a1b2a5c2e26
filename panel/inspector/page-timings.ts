/** The inspected page's own Resource Timing entries: whether it may read what it asked for (`responseStatus` is 0 where not). */
import type { Doubt, TimingEntry } from '../../src/link/protocol.ts';

/** Exchanges asked about in one expression. */
const URLS_MAX = 200;
/** An entry that was not there when asked for so often will not come: the page's buffer is full, or a worker asked. */
const ASKED_MAX = 3;

/** An expression for the page: its entries, and those of its frames that it may look into, of these URLs. */
const expressionFor = (urls: readonly string[]): string => `(() => {
  const wanted = new Set(${JSON.stringify(urls)});
  const found = [];
  const visit = (view, depth) => {
    try {
      const { timeOrigin } = view.performance;
      for (const entry of view.performance.getEntriesByType('resource')) {
        if (wanted.has(entry.name)) found.push([entry.name, timeOrigin + entry.startTime, entry.responseStatus, entry.initiatorType]);
      }
      if (depth < 5) for (let i = 0; i < view.frames.length && i < 50; i++) visit(view.frames[i], depth + 1);
    } catch {}
  };
  visit(window, 0);
  return found;
})()`;

/** The page may have put anything in place of its own functions. */
const readEntry = (entry: unknown): readonly TimingEntry[] => {
  const [url, startedAt, responseStatus, initiatorType] = Array.isArray(entry) ? entry : [];
  const isEntry = typeof url === 'string' && Number.isFinite(startedAt) && Number.isInteger(responseStatus) && typeof initiatorType === 'string';
  return isEntry ? [{ url, startedAt, responseStatus, initiatorType: initiatorType.slice(0, 64) }] : [];
};

export interface PageTimings {
  /** Exchanges that the page is to be asked about. */
  add(doubts: readonly Doubt[]): void;
  /** Whether an entry may still come that was not there yet. */
  readonly isWaiting: boolean;
  /** What the page tells of the exchanges that are in doubt. */
  read(): Promise<readonly TimingEntry[]>;
}

export const createPageTimings = (evaluate: (expression: string) => Promise<unknown>): PageTimings => {
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
      const entries = await evaluate(expressionFor([...new Set(next.map(([, { url }]) => url))]));
      return Array.isArray(entries) ? entries.flatMap(readEntry) : [];
    },
  };
};
