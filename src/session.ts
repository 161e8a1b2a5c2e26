/**
 * What was recorded of each inspected tab: bounded, and kept where a stopped worker finds it again.
 *
 * One key a tab (`tab:ID`, its Recording) and one an exchange (`exchange:TAB:ID`), so that a change writes no more than
 * what changed.
 */
import type { Exchange, Headers, Recording } from './model.ts';
import { createWriteQueue, type Store } from './write-queue.ts';

/** Exchanges kept for one tab. */
export const EXCHANGES_MAX = 10_000;
/** Characters kept for all tabs together: the browsers give session storage 10 MB. */
export const LOG_CHARACTERS_MAX = 8_000_000;
/** What an exchange takes besides its URLs and headers: keys, punctuation, numbers. Measured on recorded exchanges. */
const EXCHANGE_OVERHEAD = 600;
const HEADER_OVERHEAD = 24;

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
  /** The tab shows this page now; `missedLoad` where it was loaded before recording began. */
  setPage(tabId: number, page: Pick<Recording, 'pageUrl' | 'missedLoad'>): void;
  /** Forgets the exchanges that began before `time`. */
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
  readonly sizes: Map<string, number>;
}

const headersSize = (headers: Headers | null | undefined): number => {
  let size = 0;
  for (const { name, value } of headers ?? []) size += name.length + value.length + HEADER_OVERHEAD;
  return size;
};

/** Characters that an exchange takes in the store, near enough to keep within its quota. */
export const sizeOf = (exchange: Exchange): number => {
  let size = EXCHANGE_OVERHEAD;
  for (const { url, requestHeaders, response, preflights } of exchange.hops) {
    size += url.length + headersSize(requestHeaders) + headersSize(response?.headers) + headersSize(response?.delivered);
    for (const preflight of preflights)
      size += preflight.url.length + headersSize(preflight.requestHeaders) + headersSize(preflight.response?.headers);
  }
  return size;
};

const tabKey = (tabId: number): string => `tab:${tabId}`;
const exchangeKey = ({ tabId, id }: Pick<Exchange, 'tabId' | 'id'>): string => `exchange:${tabId}:${id}`;

export const createSession = (store: Store, listener: SessionListener): Session => {
  const logs = new Map<number, TabLog>();
  let total = 0;
  const queue = createWriteQueue(store, keys => {
    // A full store loses nothing that is on show: memory still has it; only a stopped worker would.
    for (const key of keys) queue.remove(key);
  });

  const saveRecording = (log: TabLog, recording: Recording): void => {
    log.recording = recording;
    queue.set(tabKey(recording.tabId), recording);
    listener.recording(recording);
  };
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
  const insert = (log: TabLog, exchange: Exchange): void => {
    const size = sizeOf(exchange);
    total += size - (log.sizes.get(exchange.id) ?? 0);
    log.sizes.set(exchange.id, size);
    log.exchanges.set(exchange.id, exchange);
  };

  const read = async (): Promise<void> => {
    const items = Object.entries(await store.readAll());
    for (const [key, value] of items) {
      const recording = value as Recording;
      if (key.startsWith('tab:')) logs.set(recording.tabId, { recording, exchanges: new Map(), sizes: new Map() });
    }
    const exchanges = items.flatMap(([key, value]) => (key.startsWith('exchange:') ? [value as Exchange] : []));
    for (const exchange of exchanges.sort((a, b) => a.startedAt - b.startedAt)) {
      const log = logs.get(exchange.tabId);
      if (log) insert(log, exchange);
      else queue.remove(exchangeKey(exchange));
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
        recording: { tabId, pageUrl: '', startedAt: time, requests: 0, dropped: 0, missedLoad: false },
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
      insert(log, exchange);
      queue.set(exchangeKey(exchange), exchange);
      listener.exchange(exchange);
      while (log.exchanges.size > EXCHANGES_MAX || (total > LOG_CHARACTERS_MAX && log.exchanges.size > 1)) removeOldest(log);
    },
    discard: exchange => {
      const log = logs.get(exchange.tabId);
      if (!log?.exchanges.has(exchange.id)) return;
      remove(log, exchange);
      listener.removed(exchange.tabId, exchange.id);
    },
    count: tabId => {
      const log = logs.get(tabId);
      if (log) saveRecording(log, { ...log.recording, requests: log.recording.requests + 1 });
    },
    setPage: (tabId, page) => {
      const log = logs.get(tabId);
      if (log) saveRecording(log, { ...log.recording, ...page });
    },
    clear: (tabId, time) => {
      const log = logs.get(tabId);
      if (!log) return;
      for (const exchange of [...log.exchanges.values()]) if (exchange.startedAt < time) remove(log, exchange);
      saveRecording(log, { ...log.recording, startedAt: time, requests: log.exchanges.size, dropped: 0 });
      listener.cleared(tabId);
    },
    drain: () => queue.drain(),
  };
};
