/**
 * Pairs every OPTIONS preflight with its request, and every redirect hop with the one before: Observations in, Exchanges out.
 *
 * A reducer without clock or I/O: the same observations give the same exchanges. A preflight has a request id of its own
 * and is nested in its request, in another order in each browser (Chromium: before the request's headers are known;
 * Firefox: after they were sent). It is known for one by its Access-Control-Request-Method, which no page can set.
 */
import { leavesHttp } from '../cors/redirect.ts';
import type { Exchange, Headers, Hop, Observation, ObservedRequest, PreflightSeen } from '../model.ts';
import { claim, isGivenUp, mayStillAsk, wasGivenUp } from './claim.ts';
import { beginExchange, beginHop, beginPreflight, ending, replaceLastHop, withResponse } from './exchange.ts';
import { createInFlight } from './in-flight.ts';
import { fieldValue, isSameRequester, lastHop, lastPreflight, mostAlike, pairingKey } from './match.ts';

/** Preflights kept whose request began before recording did. */
const ORPHANS_MAX = 100;

/** A preflight begins at most this many milliseconds after its request was given up. */
const LATE_MS = 5_000;

export interface Pairing {
  /** Takes one observation in. Yields the exchange that it changed, or none where it is not yet known what it belongs to. */
  observe(observation: Observation): readonly Exchange[];
  /** Takes up exchanges that were in flight when the worker stopped: what happened meanwhile to those that can go on was missed. */
  restore(exchanges: readonly Exchange[]): readonly Exchange[];
  /** Puts evidence from elsewhere into an exchange that is still in flight. */
  amend(exchange: Exchange): void;
  /** Lets go of an exchange of which nothing more will be heard. */
  drop(exchange: Exchange): void;
  /** Lets go of everything in flight in a tab that is no longer inspected. */
  forget(tabId: number): void;
}

interface Options {
  /** Whether the browser reports a field sent on two lines as two headers (Chromium), or joins them (Firefox). */
  readonly linesKnown: boolean;
}

/** Firefox announces once more what a service worker has left to the network. */
const isTakenUpAgain = ({ url, method, requestHeaders, preflights, response }: Hop, request: ObservedRequest): boolean =>
  url === request.url && method === request.method && requestHeaders === null && preflights.length === 0 && response === null;

export const createPairing = ({ linesKnown }: Options): Pairing => {
  /** Firefox, which joins lines, tells of a request's headers before it asks for the preflight; Chromium once that is through. */
  const tellsHeadersFirst = !linesKnown;
  const inFlight = createInFlight();
  const { store, wait, stopWaiting, candidates } = inFlight;
  /** Preflight's request id → its exchange's id. */
  const owners = new Map<string, string>();
  /** OPTIONS requests of which it is not yet known whether they are preflights. */
  const undecided = new Map<string, ObservedRequest>();
  /** Preflights that belong to no exchange yet, by their request ids, oldest first. */
  const orphans = new Map<string, { readonly key: string; readonly preflight: PreflightSeen }>();

  const begin = (request: ObservedRequest, incomplete: boolean): Exchange => {
    const key = pairingKey(request, request.method);
    const orphan = incomplete ? [...orphans.values()].find(other => other.key === key)?.preflight : undefined;
    const exchange = beginExchange(request, incomplete, orphan ? [orphan] : []);
    if (orphan) {
      orphans.delete(orphan.requestId);
      owners.set(orphan.requestId, exchange.id);
    }
    wait(exchange);
    return store(exchange);
  };

  /** An OPTIONS request of the page's own, which its preflight tells from a preflight. */
  const findUndecided = (request: ObservedRequest, asked: string): Exchange | undefined => {
    for (const other of undecided.values()) {
      if (other.requestId === request.requestId || other.url !== request.url || other.method !== asked || !isSameRequester(other, request)) continue;
      undecided.delete(other.requestId);
      return begin(other, false);
    }
    return undefined;
  };
  /** Of requests without a preflight, else of those whose preflight died and is made again, the one that agrees best. */
  const findOwner = (request: ObservedRequest, headers: Headers | null, asked: string): Exchange | undefined => {
    const isLate = ({ endedAt }: Exchange): boolean => endedAt !== null && request.time - endedAt > LATE_MS;
    const alike = candidates(request, request.url, asked).filter(
      exchange => mayStillAsk(exchange) && !inFlight.isCertain(exchange.id) && !isLate(exchange),
    );
    const isNew = (exchange: Exchange): boolean => lastHop(exchange).preflights.length === 0;
    const isReady = (exchange: Exchange): boolean => isNew(exchange) && (lastHop(exchange).requestHeaders !== null) === tellsHeadersFirst;
    const isRepeated = (exchange: Exchange): boolean =>
      exchange.state === 'open' && lastHop(exchange).preflights.every(({ state }) => state === 'failed');
    return (
      mostAlike(alike.filter(isReady), headers) ??
      mostAlike(alike.filter(isNew), headers) ??
      findUndecided(request, asked) ??
      mostAlike(alike.filter(isRepeated), headers)
    );
  };

  const attachPreflight = (request: ObservedRequest, headers: Headers | null, asked: string): readonly Exchange[] => {
    const preflight = beginPreflight(request, headers);
    const owner = findOwner(request, headers, asked);
    if (owner === undefined) {
      orphans.set(request.requestId, { key: pairingKey(request, asked), preflight });
      for (const id of orphans.keys()) if (orphans.size > ORPHANS_MAX) orphans.delete(id);
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

  /**
   * The exchange with the preflight that must have been its own, and those whose preflights change with it: of requests alike, the
   * one that goes on first is the one whose preflight ended first, whichever of them that was given to.
   */
  const claimPreflight = (exchange: Exchange, next: Observation): Exchange[] => {
    const { url, method } = lastHop(exchange);
    if (inFlight.isCertain(exchange.id) || inFlight.waitingFor(url) < 2) return [exchange];
    const others = candidates(exchange, url, method).filter(({ id }) => id !== exchange.id && !inFlight.isCertain(id));
    const [own = exchange, ...changed] = claim(exchange, next, others).map(({ exchange: owner, preflight }) => {
      if (preflight && owners.has(preflight.requestId)) owners.set(preflight.requestId, owner.id);
      const before = lastHop(owner).preflights.slice(0, -1);
      return replaceLastHop(owner, { preflights: preflight ? [...before, preflight] : before });
    });
    return [own, ...changed.map(store)];
  };

  const update = (exchange: Exchange, observation: Observation): readonly Exchange[] => {
    switch (observation.kind) {
      case 'started': {
        stopWaiting(exchange);
        inFlight.makeUncertain(exchange.id);
        const next = isTakenUpAgain(lastHop(exchange), observation) ? exchange : { ...exchange, hops: [...exchange.hops, beginHop(observation)] };
        wait(next);
        return [store(next)];
      }
      case 'sent': {
        const [own = exchange, ...others] = tellsHeadersFirst ? [exchange] : claimPreflight(exchange, observation);
        if (lastPreflight(own)?.state === 'completed') inFlight.makeCertain(exchange.id);
        return [store(replaceLastHop(own, { requestHeaders: observation.headers })), ...others];
      }
      case 'answered':
      case 'redirected':
      case 'delivered': {
        const [own = exchange, ...others] = lastHop(exchange).response === null ? claimPreflight(exchange, observation) : [exchange];
        stopWaiting(own);
        // Firefox may tell of a response with status 0, which is none, and then fail the request as if its preflight were refused.
        if (lastPreflight(own)?.state === 'completed') inFlight.makeCertain(own.id);
        return [store(replaceLastHop(own, { response: withResponse(lastHop(own).response, observation, linesKnown) })), ...others];
      }
      case 'completed':
      case 'failed': {
        const [own = exchange, ...others] = lastHop(exchange).response === null ? claimPreflight(exchange, observation) : [exchange];
        const ended = { ...own, ...ending(observation) };
        if (isGivenUp(ended) && !inFlight.isCertain(ended.id) && !wasGivenUp(lastPreflight(ended))) inFlight.giveUp(ended);
        else stopWaiting(ended);
        return [store(ended), ...others];
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
    const orphan = orphans.get(observation.requestId);
    if (orphan === undefined) return false;
    const { key, preflight } = orphan;
    const seen = { ...preflight, response: withResponse(preflight.response, observation, linesKnown), ...ending(observation) };
    orphans.set(observation.requestId, { key, preflight: seen });
    return true;
  };

  return {
    observe: observation => {
      const exchange = inFlight.get(observation.requestId);
      if (exchange) return update(exchange, observation);
      const owner = inFlight.get(owners.get(observation.requestId) ?? '');
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
    amend: inFlight.replace,
    drop: inFlight.drop,
    forget: tabId => {
      for (const exchange of inFlight.all()) {
        if (exchange.tabId !== tabId) continue;
        inFlight.drop(exchange);
        for (const { preflights } of exchange.hops) for (const { requestId } of preflights) owners.delete(requestId);
      }
      for (const request of undecided.values()) if (request.tabId === tabId) undecided.delete(request.requestId);
    },
    restore: exchanges =>
      exchanges.map(exchange => {
        const interrupted = leavesHttp(exchange.hops) ? exchange : { ...exchange, incomplete: true };
        for (const hop of exchange.hops) {
          for (const preflight of hop.preflights) if (preflight.state === 'open') owners.set(preflight.requestId, exchange.id);
        }
        if (exchange.state === 'open' && lastHop(exchange).response === null) wait(interrupted);
        return store(interrupted);
      }),
  };
};
