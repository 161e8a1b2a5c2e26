/** The parts of an Exchange, made and changed without touching what was there before. */
import type { Exchange, Headers, Hop, Observation, ObservedRequest, PreflightSeen, ResponseSeen } from '../model.ts';
import { lastHop } from './match.ts';

/** Whether nothing more will be heard of an exchange. */
export const isSettled = (exchange: Exchange): boolean =>
  exchange.state !== 'open' && exchange.hops.every(hop => hop.preflights.every(preflight => preflight.state !== 'open'));

const isSame = (a: Headers, b: Headers): boolean =>
  a.length === b.length && a.every((header, i) => header.name === b[i]?.name && header.value === b[i]?.value);

/** Firefox ends a redirected preflight with a response of status 0: that is no answer. */
export const withResponse = (seen: ResponseSeen | null, observation: Observation, linesKnown: boolean): ResponseSeen | null => {
  switch (observation.kind) {
    case 'answered':
      return { status: observation.status, headers: observation.headers, linesKnown, delivered: null, fromCache: false, ip: null };
    case 'redirected':
    case 'delivered': {
      const { status, headers, fromCache, ip } = observation;
      if (status === 0) return seen;
      if (seen === null) return { status, headers, linesKnown, delivered: null, fromCache, ip };
      // Raw lines that the log supplied meanwhile differ from joined ones, and nobody changed them.
      if (seen.linesKnown !== linesKnown) return { ...seen, status, fromCache, ip };
      return { ...seen, status, fromCache, ip, delivered: isSame(seen.headers, headers) ? null : headers };
    }
    default:
      return seen;
  }
};

export const ending = (observation: Observation): Pick<Exchange, 'state' | 'error' | 'endedAt'> | null => {
  if (observation.kind === 'completed') return { state: 'completed', error: null, endedAt: observation.time };
  return observation.kind === 'failed' ? { state: 'failed', error: observation.error, endedAt: observation.time } : null;
};

export const beginHop = (request: ObservedRequest, preflights: readonly PreflightSeen[] = []): Hop => ({
  url: request.url,
  method: request.method,
  requestHeaders: null,
  preflights,
  response: null,
});

export const beginPreflight = (request: ObservedRequest, headers: Headers | null): PreflightSeen => ({
  requestId: request.requestId,
  url: request.url,
  startedAt: request.time,
  endedAt: null,
  requestHeaders: headers,
  response: null,
  state: 'open',
  error: null,
});

export const beginExchange = (request: ObservedRequest, incomplete: boolean, preflights: readonly PreflightSeen[] = []): Exchange => ({
  id: request.requestId,
  tabId: request.tabId,
  frameId: request.frameId,
  documentId: request.documentId,
  type: request.type,
  initiator: request.initiator,
  topOrigin: request.topOrigin,
  startedAt: request.time,
  endedAt: null,
  hops: [beginHop(request, preflights)],
  state: 'open',
  error: null,
  incomplete,
  timing: null,
  log: null,
});

export const replaceLastHop = (exchange: Exchange, change: Partial<Hop>): Exchange => ({
  ...exchange,
  hops: exchange.hops.with(-1, { ...lastHop(exchange), ...change }),
});
