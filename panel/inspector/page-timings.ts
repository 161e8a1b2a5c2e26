/** The inspected page's own Resource Timing entries: whether it may read what it asked for (`responseStatus` is 0 where not). */
import type { TimingEntry } from '../../src/link/protocol.ts';
import type { Exchange } from '../../src/model.ts';

/** URLs asked about in one expression. */
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

/** Only a request that the browser reported as completed may have been refused in silence. */
const isInDoubt = ({ state, timing, frameId, hops }: Exchange): boolean =>
  state === 'completed' && timing === null && frameId >= 0 && hops[0] !== undefined;

export interface PageTimings {
  /** What the page tells of the exchanges that are in doubt. */
  read(exchanges: Iterable<Exchange>): Promise<readonly TimingEntry[]>;
}

export const createPageTimings = (evaluate: (expression: string) => Promise<unknown>): PageTimings => {
  const asked = new Map<string, number>();
  return {
    read: async exchanges => {
      const urls = new Set<string>();
      for (const exchange of exchanges) {
        const times = asked.get(exchange.id) ?? 0;
        if (!isInDoubt(exchange) || times >= ASKED_MAX || urls.size >= URLS_MAX) continue;
        asked.set(exchange.id, times + 1);
        urls.add(exchange.hops[0]?.url.replace(/#.*/s, '') ?? '');
      }
      if (urls.size === 0) return [];
      const entries = await evaluate(expressionFor([...urls]));
      return Array.isArray(entries) ? entries.flatMap(readEntry) : [];
    },
  };
};
