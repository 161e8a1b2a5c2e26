/**
 * What was recorded of each inspected tab: bounded, and kept where a stopped worker finds it again.
 *
 * One key a tab (`tab:ID`, its Recording) and one an exchange (`exchange:TAB:ID`), so that a change writes no more than
 * what changed. Both are stored as JSON text: Chromium takes three times the room for the same as objects, and seven
 * times as long to write them.
 */
import type { Exchange, RecordedPage, Recording } from './model.ts';
import { createWriteQueue, type Store } from './write-queue.ts';

/** Exchanges kept for one tab. */
export const EXCHANGES_MAX = 10_000;
/** Bytes kept for all tabs together: the browsers give session storage 10 MB, which a burst of requests must not fill before the oldest go. */
export const LOG_BYTES_MAX = 8_500_000;

/** Pages kept of a log that is preserved. What was asked for before the first of them counts as the first one's. */
export const PAGES_MAX = 100;

export interface Session {
  /** Resolves once what an earlier worker left is read back. */
  readonly ready: Promise<void>;
  /** The tabs that are recorded. */
  tabs(): readonly number[];
  recording(tabId: number): Recording | undefined;
  exchanges(tabId: number): Iterable<Exchange>;
  start(tabId: number, time: number): void;
  /** Forgets a tab altogether. */
  end(tabId: number): void;
  /** Adds an exchange or replaces the one of the same id. Ignored where its tab is not recorded, or it began before the last clear. */
  put(exchange: Exchange): void;
  /** Takes an exchange away that turned out to be none of CORS's business: it is not counted as dropped. */
  discard(exchange: Exchange): void;
  /** One more request of any kind was seen. */
  count(tabId: number): void;
  /** Which page the tab shows now, and at which address. */
  setPage(tabId: number, page: Pick<Recording, 'pageUrl' | 'pageStartedAt' | 'missedLoad'>): void;
  /** Keeps the log across navigations from now on, or no longer. */
  setPreserved(tabId: number, isOn: boolean): void;
  /** Another page follows in a log that is preserved. */
  addPage(tabId: number, page: RecordedPage): void;
  /** Forgets the exchanges that began before `time`, and all pages but the last. */
  clear(tabId: number, time: number): void;
  /** Resolves once everything so far is written. */
  drain(): Promise<void>;
}

/** What changed, by tab. `removed` are ids. */
export interface SessionListener {
  exchange(exchange: Exchange): void;
  removed(tabId: number, id: string): void;
  recording(recording: Recording): void;
  cleared(tabId: number): void;
}

interface TabLog {
  recording: Recording;
  readonly exchanges: Map<string, Exchange>;
  /** Bytes that each exchange takes in the store, as it was last written. */
  readonly sizes: Map<string, number>;
}

const encoder = new TextEncoder();

const tabKey = (tabId: number): string => `tab:${tabId}`;
const exchangeKey = ({ tabId, id }: Pick<Exchange, 'tabId' | 'id'>): string => `exchange:${tabId}:${id}`;

export const createSession = (store: Store, listener: SessionListener): Session => {
  const logs = new Map<number, TabLog>();
  let total = 0;
  const queue = createWriteQueue(store);

  const saveRecording = (log: TabLog, recording: Recording): void => {
    log.recording = recording;
    queue.set(tabKey(recording.tabId), () => JSON.stringify(recording));
    listener.recording(recording);
  };
  const count = (log: TabLog): void => saveRecording(log, { ...log.recording, requests: log.recording.requests + 1 });
  const remove = (log: TabLog, exchange: Exchange): void => {
    if (!log.exchanges.delete(exchange.id)) return;
    total -= log.sizes.get(exchange.id) ?? 0;
    log.sizes.delete(exchange.id);
    queue.remove(exchangeKey(exchange));
  };
  const removeOldest = (log: TabLog): void => {
    const oldest = log.exchanges.values().next().value;
    if (oldest === undefined) return;
    remove(log, oldest);
    listener.removed(oldest.tabId, oldest.id);
    saveRecording(log, { ...log.recording, dropped: log.recording.dropped + 1 });
  };
  const resize = (log: TabLog, { id }: Exchange, bytes: number): void => {
    total += bytes - (log.sizes.get(id) ?? 0);
    log.sizes.set(id, bytes);
    while (total > LOG_BYTES_MAX && log.exchanges.size > 1) removeOldest(log);
  };
  const toText = (log: TabLog, exchange: Exchange): string => {
    const text = JSON.stringify(exchange);
    if (log.exchanges.get(exchange.id) === exchange) resize(log, exchange, encoder.encode(text).length);
    return text;
  };

  const read = async (): Promise<void> => {
    const items = Object.entries(await store.readAll()).filter((item): item is [string, string] => typeof item[1] === 'string');
    for (const [key, text] of items) {
      if (!key.startsWith('tab:')) continue;
      const recording = JSON.parse(text) as Recording;
      logs.set(recording.tabId, { recording, exchanges: new Map(), sizes: new Map() });
    }
    const stored = items.flatMap(([key, text]) => (key.startsWith('exchange:') ? [{ exchange: JSON.parse(text) as Exchange, text }] : []));
    for (const { exchange, text } of stored.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt)) {
      const log = logs.get(exchange.tabId);
      if (log) {
        log.exchanges.set(exchange.id, exchange);
        resize(log, exchange, encoder.encode(text).length);
      } else queue.remove(exchangeKey(exchange));
    }
  };

  return {
    ready: read(),
    tabs: () => [...logs.keys()],
    recording: tabId => logs.get(tabId)?.recording,
    exchanges: tabId => logs.get(tabId)?.exchanges.values() ?? [],
    start: (tabId, time) => {
      if (logs.has(tabId)) return;
      const log: TabLog = {
        recording: { tabId, pageUrl: '', pageStartedAt: 0, startedAt: time, requests: 0, dropped: 0, missedLoad: false },
        exchanges: new Map(),
        sizes: new Map(),
      };
      logs.set(tabId, log);
      saveRecording(log, log.recording);
    },
    end: tabId => {
      const log = logs.get(tabId);
      if (!log) return;
      for (const exchange of [...log.exchanges.values()]) remove(log, exchange);
      logs.delete(tabId);
      queue.remove(tabKey(tabId));
    },
    put: exchange => {
      const log = logs.get(exchange.tabId);
      if (!log || exchange.startedAt < log.recording.startedAt) return;
      // The event that began it, by which requests are counted, was missed.
      const isMissed = exchange.incomplete && !log.exchanges.has(exchange.id);
      log.exchanges.set(exchange.id, exchange);
      queue.set(exchangeKey(exchange), () => toText(log, exchange));
      listener.exchange(exchange);
      if (isMissed) count(log);
      if (log.exchanges.size > EXCHANGES_MAX) removeOldest(log);
    },
    discard: exchange => {
      const log = logs.get(exchange.tabId);
      if (!log?.exchanges.has(exchange.id)) return;
      remove(log, exchange);
      listener.removed(exchange.tabId, exchange.id);
    },
    count: tabId => {
      const log = logs.get(tabId);
      if (log) count(log);
    },
    setPage: (tabId, page) => {
      const log = logs.get(tabId);
      if (!log) return;
      const { pages } = log.recording;
      const last = pages?.at(-1);
      saveRecording(log, {
        ...log.recording,
        ...page,
        ...(pages && last ? { pages: [...pages.slice(0, -1), { ...last, url: page.pageUrl }] } : {}),
      });
    },
    setPreserved: (tabId, isOn) => {
      const log = logs.get(tabId);
      if (!log || isOn === (log.recording.pages !== undefined)) return;
      const { pages, ...recording } = log.recording;
      saveRecording(log, isOn ? { ...recording, pages: [{ url: recording.pageUrl, since: recording.startedAt }] } : recording);
    },
    addPage: (tabId, page) => {
      const log = logs.get(tabId);
      if (log?.recording.pages) saveRecording(log, { ...log.recording, pages: [...log.recording.pages, page].slice(-PAGES_MAX) });
    },
    clear: (tabId, time) => {
      const log = logs.get(tabId);
      if (!log) return;
      for (const exchange of [...log.exchanges.values()]) if (exchange.startedAt < time) remove(log, exchange);
      const { pages, ...recording } = log.recording;
      const lastPage = pages && { pages: pages.slice(-1) };
      saveRecording(log, { ...recording, ...lastPage, startedAt: time, requests: log.exchanges.size, dropped: 0 });
      listener.cleared(tabId);
    },
    drain: () => queue.drain(),
  };
};
