/**
 * Which preflight a request must have had, told from what it does next. Of requests that are alike in everything, preflights
 * are given to the one that asked first; what they do shows where that was wrong.
 */
import type { Exchange, Headers, Observation, PreflightSeen } from '../model.ts';
import { agreement, areAlike, isAlike, lastHop, lastPreflight } from './match.ts';

/** Chromium's. The preflight of a request that was given up goes on, and may even begin after it. */
const GIVEN_UP = 'net::ERR_ABORTED';
/** Firefox's. The preflight ends first, with the same error where it had not ended yet. */
const GIVEN_UP_WITH_PREFLIGHT = 'NS_BINDING_ABORTED';

/** How the browsers end a request whose preflight they refused. */
const REFUSED: ReadonlySet<string> = new Set(['net::ERR_FAILED', 'NS_ERROR_DOM_BAD_URI']);
const isRefusal = (next: Observation): boolean => next.kind === 'failed' && REFUSED.has(next.error);

/** The CORS-safelisted methods (Fetch, 2.2.1). A request with another one has a preflight, unless the browser keeps an earlier answer. */
const SAFELISTED: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** The preflight that an exchange is to have as its last; null for none. */
interface Assignment {
  readonly exchange: Exchange;
  readonly preflight: PreflightSeen | null;
}

/** Given up by the page before it had an answer. */
export const isGivenUp = (exchange: Exchange): boolean =>
  (exchange.error === GIVEN_UP || exchange.error === GIVEN_UP_WITH_PREFLIGHT) && lastHop(exchange).response === null;

/** Whether a preflight of its own may still begin. */
export const mayStillAsk = ({ state, error }: Exchange): boolean => state === 'open' || error === GIVEN_UP;

export const wasGivenUp = (preflight: PreflightSeen | undefined): boolean => preflight?.error === GIVEN_UP_WITH_PREFLIGHT;

const wasRedirected = ({ response }: PreflightSeen): boolean => response !== null && response.status >= 300 && response.status < 400;

/** Whether a request may end with this error after that preflight. */
const mayFailAfter = (preflight: PreflightSeen, error: string): boolean => {
  switch (error) {
    case GIVEN_UP:
      return true;
    case GIVEN_UP_WITH_PREFLIGHT:
      return preflight.state !== 'open';
    case 'net::ERR_FAILED':
      return preflight.state === 'completed';
    case 'NS_ERROR_DOM_BAD_URI':
      return preflight.state === 'open' ? wasRedirected(preflight) : preflight.state === 'failed' && !wasGivenUp(preflight);
    default:
      // Where a preflight's connection dies, Chromium gives its request the true error, and Firefox the one above.
      return preflight.state === (error.startsWith('net::') ? 'failed' : 'completed');
  }
};

/** How many headers speak for it that a preflight is the request's own; -1 where it cannot be, after what the request does. */
const fitness = (preflight: PreflightSeen, { startedAt, hops }: Exchange, next: Observation, sent: Headers | null): number => {
  if (preflight.startedAt < startedAt) return -1;
  if (next.kind === 'failed' ? !mayFailAfter(preflight, next.error) : preflight.state !== 'completed') return -1;
  if (sent === null) return 0;
  // Firefox's preflight after a redirect may ask for headers that the request has lost with its content.
  return Math.max(agreement(sent, preflight.requestHeaders), hops.length > 1 ? 0 : -1);
};

const swap = (exchange: Exchange, other: Exchange): readonly Assignment[] => [
  { exchange, preflight: lastPreflight(other) ?? null },
  { exchange: other, preflight: lastPreflight(exchange) ?? null },
];

/**
 * Leaves a preflight to the next request that was made before it, whose own goes to the one after that, and so on to the first
 * that has none: the order of all others was right. Nothing where they do not come out even.
 */
const inherit = (exchange: Exchange, preflight: PreflightSeen, others: readonly Exchange[]): readonly Assignment[] => {
  const assignments: Assignment[] = [{ exchange, preflight: null }];
  let left = preflight;
  for (const other of others) {
    if (other.state !== 'open' || left.startedAt < other.startedAt) continue;
    const sent = lastHop(other).requestHeaders;
    if (sent !== null && (agreement(sent, left.requestHeaders) < 0 || !areAlike(sent, lastHop(exchange).requestHeaders ?? sent))) continue;
    const theirs = lastPreflight(other);
    if (theirs !== undefined && (theirs.startedAt < left.startedAt || !isAlike(theirs, left))) continue;
    assignments.push({ exchange: other, preflight: left });
    if (theirs === undefined) return assignments;
    left = theirs;
  }
  return [];
};

/** The one among them whose preflight fits best; undefined where none fits better than `least`. */
const fittest = (others: readonly Exchange[], least: number, rate: (preflight: PreflightSeen) => number): Exchange | undefined => {
  let best: Exchange | undefined;
  let most = least;
  for (const other of others) {
    const preflight = lastPreflight(other);
    const fits = preflight === undefined ? -1 : rate(preflight);
    if (fits <= most) continue;
    best = other;
    most = fits;
  }
  return best;
};

/**
 * Who is to have which preflight, now that a request does this; the request itself comes first. Empty where nothing changes.
 * `others`: requests in flight or given up that are like it, oldest first.
 */
export const claim = (exchange: Exchange, next: Observation, others: readonly Exchange[]): readonly Assignment[] => {
  const own = lastPreflight(exchange);
  const { method, requestHeaders } = lastHop(exchange);
  const sent = next.kind === 'sent' ? next.headers : requestHeaders;
  const rate = (preflight: PreflightSeen): number => fitness(preflight, exchange, next, sent);
  if (next.kind === 'failed' && next.error === GIVEN_UP) return [];
  if (next.kind === 'failed' && next.error === GIVEN_UP_WITH_PREFLIGHT) {
    // One that has ended may be its own: a request that goes on with it will claim it. One that is still open is not.
    if (own === undefined || own.state !== 'open') return [];
    const together = fittest(others, -1, theirs => (wasGivenUp(theirs) && isAlike(theirs, own) ? rate(theirs) : -1));
    if (together) return swap(exchange, together);
    const inherited = inherit(exchange, own, others);
    if (inherited.length > 0) return inherited;
  }
  const least = own === undefined ? (SAFELISTED.has(method) && !isRefusal(next) ? 0 : -1) : rate(own);
  const better = fittest(others, least, rate);
  if (better) return swap(exchange, better);
  return own !== undefined && least < 0 ? inherit(exchange, own, others) : [];
};
