/** The exchanges in flight: which of them wait for an answer, which were given up, and whose preflight is known for certain. */
import type { Exchange } from '../model.ts';
import { isSettled } from './exchange.ts';
import { isSameRequester, lastHop, type Requester } from './match.ts';

/** Requests kept that were given up before they had an answer. */
const GIVEN_UP_MAX = 200;

export interface InFlight {
  get(id: string): Exchange | undefined;
  all(): Iterable<Exchange>;
  /** Keeps an exchange as it is now, or lets go of it once it has settled. Gives it back. */
  store(exchange: Exchange): Exchange;
  /** Puts an exchange in the place of the same, if it is in flight still. */
  replace(exchange: Exchange): void;
  drop(exchange: Exchange): void;
  /** Its last hop has no answer yet. */
  wait(exchange: Exchange): void;
  stopWaiting(exchange: Exchange): void;
  /** It waits on for its preflight, and what it has of one may be another's. Of many, the oldest are let go. */
  giveUp(exchange: Exchange): void;
  /** How many wait for an answer of this URL. */
  waitingFor(url: string): number;
  /** Those that wait and may own a preflight of this requester for this method: oldest first. */
  candidates(requester: Requester, url: string, method: string): Exchange[];
  /** Its preflight is known by what it did after it. */
  makeCertain(id: string): void;
  /** It goes on to where it needs a preflight of its own. */
  makeUncertain(id: string): void;
  isCertain(id: string): boolean;
}

export const createInFlight = (): InFlight => {
  const open = new Map<string, Exchange>();
  /** URL → exchanges whose last hop asks for it and has no answer yet, oldest first. */
  const waiting = new Map<string, Set<string>>();
  /** Oldest first. */
  const givenUp = new Set<string>();
  const certain = new Set<string>();

  const stopWaiting = (exchange: Exchange): void => {
    const { url } = lastHop(exchange);
    const ids = waiting.get(url);
    if (ids?.delete(exchange.id) && ids.size === 0) waiting.delete(url);
  };
  const drop = (exchange: Exchange): void => {
    stopWaiting(exchange);
    givenUp.delete(exchange.id);
    certain.delete(exchange.id);
    open.delete(exchange.id);
  };
  const store = (exchange: Exchange): Exchange => {
    if (!isSettled(exchange) || givenUp.has(exchange.id)) open.set(exchange.id, exchange);
    else drop(exchange);
    return exchange;
  };
  return {
    get: id => open.get(id),
    all: () => open.values(),
    store,
    replace: exchange => {
      if (open.has(exchange.id)) open.set(exchange.id, exchange);
    },
    drop,
    wait: exchange => {
      const { url } = lastHop(exchange);
      const ids = waiting.get(url);
      if (ids) ids.add(exchange.id);
      else waiting.set(url, new Set([exchange.id]));
    },
    stopWaiting,
    giveUp: exchange => {
      givenUp.add(exchange.id);
      for (const id of givenUp) {
        if (givenUp.size <= GIVEN_UP_MAX) break;
        givenUp.delete(id);
        const oldest = open.get(id);
        if (oldest) {
          stopWaiting(oldest);
          store(oldest);
        }
      }
    },
    waitingFor: url => waiting.get(url)?.size ?? 0,
    candidates: (requester, url, method) =>
      [...(waiting.get(url) ?? [])]
        .flatMap(id => open.get(id) ?? [])
        .filter(exchange => lastHop(exchange).method === method && isSameRequester(exchange, requester)),
    makeCertain: id => void certain.add(id),
    makeUncertain: id => void certain.delete(id),
    isCertain: id => certain.has(id),
  };
};
