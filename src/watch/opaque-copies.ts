/**
 * What the page's service worker asked for in mode "no-cors". With such an answer it may not answer a request that is to be
 * read: the browser then refuses the page, as if the network had failed. Neither browser tells why, and both tell what
 * became of the page's request in their network logs alone.
 */
import type { Exchange } from '../model.ts';
import { fieldValue } from './match.ts';
import { serializedOrigin } from './observe.ts';
import { exchangeOfEntry, isOpaqueCopy, isTakenOver, type Logged } from './outcome.ts';
import { CLOCKS_DIFFER_MS, comparable } from './same-request.ts';

/** Addresses kept of one tab. */
const COPIES_MAX = 500;

/** Chromium's log has no other word for what it refuses. What the page calls off has one. */
const REFUSED = 'net::ERR_FAILED';

/** What Firefox calls a request whose service worker gave it nothing that it may have. Its log has no errors. */
const INTERCEPTION_FAILED = 'NS_ERROR_INTERCEPTION_FAILED';

/** So many milliseconds after its worker was answered a page is refused at most. Of later ends Firefox does not tell whether the page called it off. */
const REFUSED_WITHIN_MS = 1_000;

export interface OpaqueCopy {
  /** The worker's origin, which is that of the page that it answers. */
  readonly initiator: string;
  readonly askedAt: number;
  /** null where the answer is still coming. */
  readonly endedAt: number | null;
}

export interface OpaqueCopies {
  /** Takes note of what a service worker asks for: the last request for an address counts. */
  note(exchange: Exchange): void;
  of(tabId: number, url: string): OpaqueCopy | undefined;
  forget(tabId: number): void;
}

export const createOpaqueCopies = (): OpaqueCopies => {
  /** By tab and by address, the latest last. */
  const tabs = new Map<number, Map<string, OpaqueCopy>>();
  return {
    note: exchange => {
      const { tabId, frameId, initiator, startedAt, endedAt, hops } = exchange;
      if (frameId >= 0 || initiator === null) return;
      const copies = tabs.get(tabId) ?? new Map<string, OpaqueCopy>();
      tabs.set(tabId, copies);
      const url = comparable(hops[0]?.url ?? '');
      copies.delete(url);
      if (isOpaqueCopy(exchange)) copies.set(url, { initiator, askedAt: startedAt, endedAt });
      const [oldest] = copies.keys();
      if (oldest !== undefined && copies.size > COPIES_MAX) copies.delete(oldest);
    },
    of: (tabId, url) => tabs.get(tabId)?.get(comparable(url)),
    forget: tabId => {
      tabs.delete(tabId);
    },
  };
};

/** Whether a request that Chromium logged is one that the page wants to read. What code asks for has no header in the log that tells. */
const isToBeRead = ({ resourceType, requestHeaders }: Logged): boolean =>
  resourceType === 'fetch' || resourceType === 'xhr' || fieldValue(requestHeaders, 'origin') !== null;

/** In Chromium: the exchange of a request that no event told of, where the service worker had a copy that no page may read. Else null. `page`: the origin of the page in the tab. */
export const refusedCopy = (entry: Logged, tabId: number, page: string, copy: OpaqueCopy | undefined): Exchange | null => {
  if (copy === undefined || copy.initiator !== page || entry.status !== 0 || entry.error !== REFUSED || !isToBeRead(entry)) return null;
  if (serializedOrigin(entry.url) === copy.initiator || copy.askedAt > entry.startedAt + CLOCKS_DIFFER_MS) return null;
  return { ...exchangeOfEntry(entry, tabId, copy.initiator, REFUSED), opaqueCopyAt: copy.askedAt };
};

/** Types of what is always to be read, unless the page's code says otherwise. */
const READ_TYPES: ReadonlySet<string> = new Set(['xmlhttprequest', 'font']);

/**
 * In Firefox: an exchange that its service worker took over, refused where the worker had asked for such a copy in the
 * meantime. Else as it is.
 *
 * @param entry the network log's, without an answer, which begins where the request ended
 */
export const withRefusal = (exchange: Exchange, entry: Logged, copy: OpaqueCopy | undefined): Exchange => {
  const { startedAt, type, initiator } = exchange;
  if (copy === undefined || !isTakenOver(exchange) || !READ_TYPES.has(type) || serializedOrigin(entry.url) === initiator) return exchange;
  const isOfThis = copy.askedAt >= startedAt && (copy.endedAt === null || entry.startedAt - copy.endedAt < REFUSED_WITHIN_MS);
  if (!isOfThis) return exchange;
  return { ...exchange, state: 'failed', error: INTERCEPTION_FAILED, endedAt: entry.startedAt, opaqueCopyAt: copy.askedAt };
};
