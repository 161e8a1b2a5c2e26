/**
 * Pairs every OPTIONS preflight with its request, and every redirect hop with the one before: Observations in, Exchanges out.
 *
 * A reducer without clock or I/O: the same observations give the same exchanges. A preflight has a request id of its own
 * and is nested in its request, in another order in each browser (Chromium: before the request's headers are known;
 * Firefox: after they were sent). It is known for one by its Access-Control-Request-Method, which no page can set.
 */
import type { Exchange, Headers, Observation, ObservedRequest, PreflightSeen } from '../model.ts';
import { beginExchange, beginHop, beginPreflight, ending, isSettled, replaceLastHop, withResponse } from './exchange.ts';
import { agreement, fieldValue, isSameRequester, lastHop, lastPreflight, mostAlike, pairingKey, type Requester } from './match.ts';

/** How the browsers end a request whose preflight they refused. */
const REFUSED: ReadonlySet<string> = new Set(['net::ERR_FAILED', 'NS_ERROR_DOM_BAD_URI']);

/** Preflights kept whose request began before recording did. */
const ORPHANS_MAX = 100;

export interface Pairing {
  /** Takes one observation in. Yields the exchange that it changed, or none where it is not yet known what it belongs to. */
  observe(observation: Observation): readonly Exchange[];
  /** Takes up exchanges that were in flight when the worker stopped: what happened to them meanwhile was missed. */
  restore(inFlight: readonly Exchange[]): readonly Exchange[];
  /** Puts evidence from elsewhere into an exchange that is still in flight. */
  amend(exchange: Exchange): void;
  /** Lets go of everything in flight in a tab that is no longer inspected. */
  forget(tabId: number): void;
}

interface Options {
  /** Whether the browser reports a field sent on two lines as two headers (Chromium), or joins them (Firefox). */
  readonly linesKnown: boolean;
}

export const createPairing = ({ linesKnown }: Options): Pairing => {
  const open = new Map<string, Exchange>();
  /** Preflight's request id → its exchange's id. */
  const owners = new Map<string, string>();
  /** URL → exchanges whose last hop asks for it and has no answer yet, oldest first. */
  const waiting = new Map<string, Set<string>>();
  /** OPTIONS requests of which it is not yet known whether they are preflights. */
  const undecided = new Map<string, ObservedRequest>();
  const orphans = new Map<string, PreflightSeen>();

  const wait = (exchange: Exchange): void => {
    const { url } = lastHop(exchange);
    const ids = waiting.get(url);
    if (ids) ids.add(exchange.id);
    else waiting.set(url, new Set([exchange.id]));
  };
  const stopWaiting = (exchange: Exchange): void => {
    const { url } = lastHop(exchange);
    const ids = waiting.get(url);
    if (ids?.delete(exchange.id) && ids.size === 0) waiting.delete(url);
  };
  const store = (exchange: Exchange): Exchange => {
    if (isSettled(exchange)) open.delete(exchange.id);
    else open.set(exchange.id, exchange);
    return exchange;
  };
  const begin = (request: ObservedRequest, incomplete: boolean): Exchange => {
    const orphan = incomplete ? orphans.get(pairingKey(request, request.method)) : undefined;
    const exchange = beginExchange(request, incomplete, orphan ? [orphan] : []);
    if (orphan) {
      orphans.delete(pairingKey(request, request.method));
      owners.set(orphan.requestId, exchange.id);
    }
    wait(exchange);
    return store(exchange);
  };

  /** Requests in flight that may own a preflight: oldest first. */
  const candidates = (request: Requester, url: string, method: string): Exchange[] =>
    [...(waiting.get(url) ?? [])]
      .flatMap(id => open.get(id) ?? [])
      .filter(exchange => lastHop(exchange).method === method && isSameRequester(exchange, request));

  /** Of requests without a preflight, else of those whose preflight died and is made again, the one that agrees best. */
  const findOwner = (request: ObservedRequest, headers: Headers | null, asked: string): Exchange | undefined => {
    const alike = candidates(request, request.url, asked);
    const isNew = (exchange: Exchange): boolean => lastHop(exchange).preflights.length === 0;
    const isRepeated = (exchange: Exchange): boolean => lastHop(exchange).preflights.every(({ state }) => state === 'failed');
    return mostAlike(alike.filter(isNew), headers) ?? mostAlike(alike.filter(isRepeated), headers);
  };

  const attachPreflight = (request: ObservedRequest, headers: Headers | null, asked: string): readonly Exchange[] => {
    const preflight = beginPreflight(request, headers);
    let owner = findOwner(request, headers, asked);
    if (owner === undefined) {
      for (const other of undecided.values()) {
        if (other.requestId !== request.requestId && other.url === request.url && other.method === asked && isSameRequester(other, request)) {
          undecided.delete(other.requestId);
          owner = begin(other, false);
          break;
        }
      }
    }
    if (owner === undefined) {
      if (orphans.size < ORPHANS_MAX) orphans.set(pairingKey(request, asked), preflight);
      return [];
    }
    owners.set(request.requestId, owner.id);
    return [store(replaceLastHop(owner, { preflights: [...lastHop(owner).preflights, preflight] }))];
  };

  const updatePreflight = (exchange: Exchange, observation: Observation): Exchange => {
    const end = ending(observation);
    if (end) owners.delete(observation.requestId);
    return {
      ...exchange,
      hops: exchange.hops.map(hop => ({
        ...hop,
        preflights: hop.preflights.map(preflight =>
          preflight.requestId === observation.requestId
            ? { ...preflight, response: withResponse(preflight.response, observation, linesKnown), ...end }
            : preflight,
        ),
      })),
    };
  };

  /** Gives an exchange the preflight that fits it better than its own, or than none, and its own to the other. */
  const swapPreflight = (exchange: Exchange, isBetter: (theirs: PreflightSeen, own: PreflightSeen | undefined) => boolean): Exchange[] => {
    const { url, method } = lastHop(exchange);
    if ((waiting.get(url)?.size ?? 0) < 2) return [exchange];
    const own = lastPreflight(exchange);
    for (const other of candidates(exchange, url, method)) {
      const theirs = lastPreflight(other);
      if (other.id === exchange.id || theirs === undefined || !isBetter(theirs, own)) continue;
      if (own !== undefined && owners.has(own.requestId)) owners.set(own.requestId, other.id);
      if (owners.has(theirs.requestId)) owners.set(theirs.requestId, exchange.id);
      const before = (each: Exchange): readonly PreflightSeen[] => lastHop(each).preflights.slice(0, -1);
      return [
        replaceLastHop(exchange, { preflights: [...before(exchange), theirs] }),
        store(replaceLastHop(other, { preflights: own ? [...before(other), own] : before(other) })),
      ];
    }
    return [exchange];
  };

  /**
   * The exchange with the preflight that must have been its own: of requests alike, the one that goes on first is the one
   * whose preflight ended first, whichever of them that was given to.
   */
  const claimPreflight = (exchange: Exchange, observation: Observation): Exchange[] => {
    const sent = lastHop(exchange).requestHeaders;
    return swapPreflight(exchange, (theirs, own) => {
      if (own !== undefined) return own.state === 'open' && theirs.state !== 'open';
      if (observation.kind === 'failed') return theirs.state === 'failed' || REFUSED.has(observation.error);
      return theirs.state === 'completed' && sent !== null && agreement(sent, theirs.requestHeaders) > 0;
    });
  };

  const update = (exchange: Exchange, observation: Observation): readonly Exchange[] => {
    switch (observation.kind) {
      case 'started': {
        stopWaiting(exchange);
        const next = { ...exchange, hops: [...exchange.hops, beginHop(observation)] };
        wait(next);
        return [store(next)];
      }
      case 'sent': {
        const { headers } = observation;
        const [own = exchange, ...others] = swapPreflight(
          exchange,
          (theirs, mine) =>
            mine !== undefined && theirs.state === 'completed' && agreement(headers, theirs.requestHeaders) > agreement(headers, mine.requestHeaders),
        );
        return [store(replaceLastHop(own, { requestHeaders: headers })), ...others];
      }
      case 'answered':
      case 'redirected':
      case 'delivered': {
        const [own = exchange, ...others] = lastHop(exchange).response === null ? claimPreflight(exchange, observation) : [exchange];
        stopWaiting(own);
        return [store(replaceLastHop(own, { response: withResponse(lastHop(own).response, observation, linesKnown) })), ...others];
      }
      case 'completed':
      case 'failed': {
        const [own = exchange, ...others] = lastHop(exchange).response === null ? claimPreflight(exchange, observation) : [exchange];
        stopWaiting(own);
        return [store({ ...own, ...ending(observation) }), ...others];
      }
    }
  };

  /** An OPTIONS request that belongs to no exchange yet is a preflight where its headers say so, else the page's own. */
  const decide = (request: ObservedRequest, observation: Observation, incomplete: boolean): readonly Exchange[] => {
    undecided.delete(request.requestId);
    const asked = observation.kind === 'sent' ? fieldValue(observation.headers, 'access-control-request-method') : null;
    if (asked !== null && observation.kind === 'sent') return attachPreflight(request, observation.headers, asked);
    return update(begin(request, incomplete), observation);
  };

  const updateOrphan = (observation: Observation): boolean => {
    for (const [key, orphan] of orphans) {
      if (orphan.requestId !== observation.requestId) continue;
      orphans.set(key, { ...orphan, response: withResponse(orphan.response, observation, linesKnown), ...ending(observation) });
      return true;
    }
    return false;
  };

  return {
    observe: observation => {
      const exchange = open.get(observation.requestId);
      if (exchange) return update(exchange, observation);
      const owner = open.get(owners.get(observation.requestId) ?? '');
      if (owner) return [store(updatePreflight(owner, observation))];
      const request = undecided.get(observation.requestId);
      if (request) return decide(request, observation, false);
      if (observation.kind === 'started' && observation.method === 'OPTIONS') {
        undecided.set(observation.requestId, observation);
        return [];
      }
      if (observation.kind === 'started') return [begin(observation, false)];
      if (observation.method !== 'OPTIONS') return update(begin(observation, true), observation);
      return updateOrphan(observation) ? [] : decide(observation, observation, true);
    },
    amend: exchange => {
      if (open.has(exchange.id)) open.set(exchange.id, exchange);
    },
    forget: tabId => {
      for (const exchange of open.values()) {
        if (exchange.tabId !== tabId) continue;
        stopWaiting(exchange);
        open.delete(exchange.id);
        for (const { preflights } of exchange.hops) for (const { requestId } of preflights) owners.delete(requestId);
      }
      for (const request of undecided.values()) if (request.tabId === tabId) undecided.delete(request.requestId);
    },
    restore: inFlight =>
      inFlight.map(exchange => {
        const interrupted = { ...exchange, incomplete: true };
        for (const hop of exchange.hops) {
          for (const preflight of hop.preflights) if (preflight.state === 'open') owners.set(preflight.requestId, exchange.id);
        }
        if (exchange.state === 'open' && lastHop(exchange).response === null) wait(interrupted);
        return store(interrupted);
      }),
  };
};
