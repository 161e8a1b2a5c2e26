/**
 * Evidence from the DevTools network log, matched to the exchange that it
 * is about by URL, method and the nearest start.
 */
import type { BrowserInfo, Exchange, Header, Headers, Hop, LogEvidence, ResponseSeen } from '../model.ts';
import { fieldValue, lastHop } from './match.ts';
import { serializedOrigin } from './observe.ts';
import { CLOCKS_DIFFER_MS, comparable, concerned } from './same-request.ts';

export interface Logged extends LogEvidence {
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
  /** 0 where no answer came. */
  readonly status: number;
  /** The `Access-Control-*` lines of the answer, as they came. */
  readonly corsLines: Headers;
}

const nearest = <T>(candidates: Iterable<T>, startOf: (candidate: T) => number, startedAt: number): T | undefined => {
  let best: T | undefined;
  let distance = CLOCKS_DIFFER_MS;
  for (const candidate of candidates) {
    const difference = Math.abs(startOf(candidate) - startedAt);
    if (difference < distance) {
      best = candidate;
      distance = difference;
    }
  }
  return best;
};

/** How Chromium ends what it asks its own cache for first, of a font: the log has one entry for that and for the request that follows, which it is about. */
const FIRST_TRY = 'net::ERR_CACHE_MISS';

/**
 * Whether a DevTools page may know more of an exchange. Firefox: of one that it reported as completed, and may have refused
 * in silence, the page's timing. Chromium: of one that failed, its network log.
 */
export const isInDoubt = ({ state, error, timing, log, frameId, type }: Exchange, engine: BrowserInfo['engine']): boolean =>
  engine === 'firefox'
    ? state === 'completed' && timing === null && frameId >= 0 && type !== 'websocket'
    : state === 'failed' && error !== FIRST_TRY && log === null;

const isCorsLine = ({ name }: Header): boolean => name.toLowerCase().startsWith('access-control-');

const nameOf = ({ name }: Header): string => name.toLowerCase();

/**
 * The raw lines replace the joined ones only where they are the same fields: else the log speaks of another answer. A field
 * on one line stays as webRequest has it: the log takes its bytes for Latin-1. With an earlier answer of the URL in its cache
 * (`isCached`) Firefox's log now and then joins lines as well: a list on one line then tells nothing.
 */
const withLines = (response: ResponseSeen, lines: Headers, isCached: boolean): ResponseSeen => {
  if (response.linesKnown) return response;
  const joined = new Map(response.headers.filter(isCorsLine).map(header => [nameOf(header), header]));
  const counts = new Map<string, number>();
  for (const line of lines.filter(isCorsLine)) counts.set(nameOf(line), (counts.get(nameOf(line)) ?? 0) + 1);
  if (joined.size !== counts.size || [...joined.keys()].some(name => !counts.has(name))) return response;
  if (isCached && lines.some(line => counts.get(nameOf(line)) === 1 && line.value.includes(','))) return response;
  const raw = lines.map(line => (counts.get(nameOf(line)) === 1 ? (joined.get(nameOf(line)) ?? line) : line));
  return { ...response, headers: [...response.headers.filter(header => !isCorsLine(header)), ...raw], linesKnown: true };
};

const withHop = (exchange: Exchange, index: number, hop: Hop): Exchange => ({ ...exchange, hops: exchange.hops.with(index, hop) });

const withPreflightLines = (exchanges: readonly Exchange[], entry: Logged): Exchange | undefined => {
  const candidates = exchanges.flatMap(exchange =>
    exchange.hops.flatMap((hop, index) =>
      hop.preflights.flatMap((preflight, position) => {
        const { response } = preflight;
        const isUnknown = response?.linesKnown === false && comparable(preflight.url) === comparable(entry.url);
        return isUnknown ? [{ exchange, hop, index, preflight, position, response }] : [];
      }),
    ),
  );
  const match = nearest(candidates, ({ preflight }) => preflight.startedAt, entry.startedAt);
  if (!match) return undefined;
  const { exchange, hop, index, preflight, position, response } = match;
  const preflights = hop.preflights.with(position, { ...preflight, response: withLines(response, entry.corsLines, false) });
  return withHop(exchange, index, { ...hop, preflights });
};

/** Whether an earlier request of the tab may have left an answer to this one in the browser's HTTP cache. */
const mayBeCached = (exchanges: readonly Exchange[], { id, startedAt }: Exchange, { url, method }: Hop): boolean =>
  method === 'GET' &&
  exchanges.some(
    other =>
      other.id !== id &&
      other.startedAt <= startedAt &&
      other.hops.some(hop => hop.method === 'GET' && hop.response !== null && comparable(hop.url) === comparable(url)),
  );

const OF_ELEMENTS: ReadonlySet<string> = new Set(['image', 'script', 'stylesheet', 'font', 'media']);
const OF_CODE: ReadonlySet<string> = new Set(['fetch', 'xhr']);

/** Whether elements of two kinds asked for the two, or an element for one and the page's code for the other: the same address may be wanted by all. */
const isOfAnother = ({ type }: Exchange, { resourceType }: Logged): boolean => {
  if (resourceType === null) return false;
  if (OF_ELEMENTS.has(type)) return OF_CODE.has(resourceType) || (OF_ELEMENTS.has(resourceType) && resourceType !== type);
  return type === 'xmlhttprequest' && OF_ELEMENTS.has(resourceType);
};

/** How the browsers end an answer that nobody goes on reading: a page that was refused it, for one. */
const GIVEN_UP: ReadonlySet<string | null> = new Set(['net::ERR_ABORTED', 'NS_BINDING_ABORTED']);

/**
 * Whether a service worker was answered with what it may give to no request that is to be read. (It runs on trustworthy pages
 * alone: what it asks for carries `Sec-Fetch-Mode`.)
 */
export const isOpaqueCopy = (exchange: Exchange): boolean =>
  exchange.frameId < 0 &&
  (exchange.state !== 'failed' || GIVEN_UP.has(exchange.error)) &&
  lastHop(exchange).response !== null &&
  fieldValue(exchange.hops[0]?.requestHeaders ?? null, 'sec-fetch-mode') === 'no-cors';

/** Sockets that were opened are not kept: their entries are about none. */
const isOfOpenedSocket = ({ url, status }: Logged): boolean => /^wss?:/.test(url) && status !== 0;

/** Chromium's log read before it had the end of a request that failed: it has the error of each, on the last of its hops. A redirect is a hop of its own. */
const isHalfTold = ({ state, hops }: Exchange, index: number, { error, status, resourceType }: Logged): boolean =>
  state === 'failed' && index === hops.length - 1 && error === null && resourceType !== null && (status < 300 || status > 399);

const withEntry = (exchanges: readonly Exchange[], entry: Logged, isKnownOf: (exchange: Exchange) => boolean): Exchange | undefined => {
  if (isOfOpenedSocket(entry)) return undefined;
  const url = comparable(entry.url);
  // Firefox's log, which has no types, has none of what service workers ask for.
  const own = entry.resourceType === null ? exchanges.filter(({ frameId }) => frameId >= 0) : exchanges.filter(each => !isOpaqueCopy(each));
  const candidates = own.flatMap(exchange => {
    const index = exchange.hops.findIndex(hop => comparable(hop.url) === url && hop.method === entry.method);
    const hop = exchange.hops[index];
    const isKnown = index === 0 ? isKnownOf(exchange) : hop?.response?.linesKnown !== false;
    const isNotIts = exchange.error === FIRST_TRY || isOfAnother(exchange, entry) || isHalfTold(exchange, index, entry);
    return hop === undefined || isKnown || isNotIts ? [] : [{ exchange, index, hop }];
  });
  const match = nearest(candidates, ({ exchange }) => exchange.startedAt, entry.startedAt);
  if (!match) return entry.method === 'OPTIONS' ? withPreflightLines(exchanges, entry) : undefined;
  const { exchange, index, hop } = match;
  if (index === 0 && exchange.log !== null) return exchange;
  const { error, resourceType, initiator, corsLines, requestHeaders } = entry;
  const seen = hop.response ? { ...hop, response: withLines(hop.response, corsLines, mayBeCached(exchanges, exchange, hop)) } : hop;
  return { ...withHop(exchange, index, seen), log: index === 0 ? { error, resourceType, initiator, requestHeaders } : exchange.log };
};

export interface LogMatches {
  /** The exchanges that the entries are about, each with what they add. */
  readonly changed: readonly Exchange[];
  /** The entries that no exchange is known for. */
  readonly unmatched: readonly Logged[];
  /** The entries without an answer, by the id of the exchange that each is about. */
  readonly unanswered: ReadonlyMap<string, Logged>;
}

/**
 * `isWhole`: the entries are all that the log has of their URLs, those that were told before among them. An exchange that has
 * its entry already takes it again, so that no other gets it.
 */
export const withLogEntries = (exchanges: Iterable<Exchange>, entries: readonly Logged[], isWhole = false): LogMatches => {
  const known = concerned(exchanges, entries);
  const taken = new Set<string>();
  const isKnownOf = ({ id, log }: Exchange): boolean => (isWhole ? taken.has(id) : log !== null);
  const changed = new Map<string, Exchange>();
  const unmatched: Logged[] = [];
  const unanswered = new Map<string, Logged>();
  for (const entry of entries) {
    const next = withEntry([...known.values()], entry, isKnownOf);
    if (next) {
      taken.add(next.id);
      if (next !== known.get(next.id)) changed.set(next.id, next);
      known.set(next.id, next);
      if (entry.status === 0) unanswered.set(next.id, entry);
    } else unmatched.push(entry);
  }
  return { changed: [...changed.values()], unmatched, unanswered };
};

/**
 * Whether the network log has the end of a request that was announced and never sent: the page's service worker answered it,
 * with a request of its own or without. Firefox announces such requests, Chromium does not.
 */
export const isTakenOver = ({ state, log, hops: [first, ...others] }: Exchange): boolean =>
  state === 'open' &&
  // Chromium's log has the headers of what it never sent.
  log?.requestHeaders === null &&
  others.length === 0 &&
  first?.requestHeaders === null &&
  first.preflights.length === 0 &&
  first.response === null;

/** What Chromium's network panel calls a request that it never let out, because the page is secure and the address is not. */
export const MIXED_CONTENT = 'blocked:mixed-content';

/** The exchange of a request that webRequest never saw. The log tells no frames. */
export const exchangeOfEntry = (entry: Logged, tabId: number, initiator: string, failed: string): Exchange => {
  const { url, method, startedAt, error, resourceType, initiator: code, requestHeaders } = entry;
  return {
    id: `log-${startedAt}-${url}`,
    tabId,
    frameId: 0,
    documentId: null,
    type: resourceType === 'fetch' || resourceType === 'xhr' ? 'xmlhttprequest' : (resourceType ?? 'other'),
    initiator,
    topOrigin: null,
    startedAt,
    endedAt: startedAt,
    hops: [{ url, method, requestHeaders: null, preflights: [], response: null }],
    state: 'failed',
    error: failed,
    incomplete: false,
    timing: null,
    log: { error, resourceType, initiator: code, requestHeaders },
  };
};

/**
 * The exchange of mixed content, of which Chromium's log alone tells (an entry of a plain http address, without status and
 * with an empty error, where the page or the code that asked came over https). Else null.
 *
 * @param page the origin of the page in the tab. If it is secure it is taken for that of who asked
 */
export const neverSent = (entry: Logged, tabId: number, page: string): Exchange | null => {
  const { url, status, error, initiator } = entry;
  if (status !== 0 || error !== '' || !url.startsWith('http:')) return null;
  const asker = [page, serializedOrigin(initiator?.url ?? '')].find(origin => origin.startsWith('https:'));
  return asker === undefined ? null : exchangeOfEntry(entry, tabId, asker, MIXED_CONTENT);
};
