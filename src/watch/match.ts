/** Which request a preflight belongs to, told from what both send. */
import type { Exchange, Headers, Hop, ObservedRequest, PreflightSeen } from '../model.ts';

/** The value of the first line of a field; null where it is absent. */
export const fieldValue = (headers: Headers | null, lowerCaseName: string): string | null => {
  for (const { name, value } of headers ?? []) {
    if (name.length === lowerCaseName.length && name.toLowerCase() === lowerCaseName) return value;
  }
  return null;
};

export type Requester = Pick<ObservedRequest, 'tabId' | 'frameId' | 'documentId' | 'initiator'>;

/** Whether one document asks both: a preflight has its request's tab, frame, document and initiator. */
export const isSameRequester = (a: Requester, b: Requester): boolean =>
  a.tabId === b.tabId && a.frameId === b.frameId && a.documentId === b.documentId && a.initiator === b.initiator;

/** A preflight and its request agree in all of this; the method is the preflight's Access-Control-Request-Method. */
export const pairingKey = (request: Requester & Pick<ObservedRequest, 'url'>, method: string): string =>
  `${request.tabId} ${request.frameId} ${request.documentId} ${request.initiator} ${method} ${request.url}`;

export const lastHop = (exchange: Exchange): Hop => exchange.hops[exchange.hops.length - 1] as Hop;

export const lastPreflight = (exchange: Exchange): PreflightSeen | undefined => lastHop(exchange).preflights.at(-1);

const requestedHeaders = (preflight: Headers | null): readonly string[] => {
  const value = fieldValue(preflight, 'access-control-request-headers');
  return value ? value.split(',').map(name => name.trim().toLowerCase()) : [];
};

/**
 * How well a preflight agrees with a request whose headers are known: -1 where the preflight asks for a header that the request
 * does not carry, else how many of the request's headers it asks for. The higher of two is the right one: a
 * preflight names every header that is not safelisted.
 */
export const agreement = (request: Headers, preflight: Headers | null): number => {
  const asked = requestedHeaders(preflight);
  if (asked.length === 0) return 0;
  const carried = new Set(request.map(({ name }) => name.toLowerCase()));
  return asked.every(name => carried.has(name)) ? asked.length : -1;
};

/** Whether two preflights ask for the same headers. */
export const isAlike = (a: PreflightSeen, b: PreflightSeen): boolean =>
  fieldValue(a.requestHeaders, 'access-control-request-headers') === fieldValue(b.requestHeaders, 'access-control-request-headers');

/** Whether two requests carry the same headers, whatever their values. A preflight of the one could be the other's. */
export const areAlike = (a: Headers, b: Headers): boolean => {
  const names = new Set(a.map(({ name }) => name.toLowerCase()));
  return a.length === b.length && b.every(({ name }) => names.has(name.toLowerCase()));
};

/**
 * The request whose headers the preflight asks for, and the fewest others; the first where they are not known yet. After a
 * redirect that takes the content away, Firefox asks for headers that the request has lost: then the first that was redirected.
 */
export const mostAlike = (exchanges: readonly Exchange[], headers: Headers | null): Exchange | undefined => {
  let best: Exchange | undefined;
  let surplus = Number.POSITIVE_INFINITY;
  for (const exchange of exchanges) {
    const sent = lastHop(exchange).requestHeaders;
    if (sent === null) return exchange;
    if (agreement(sent, headers) >= 0 && sent.length < surplus) {
      best = exchange;
      surplus = sent.length;
    }
  }
  return best ?? exchanges.find(({ hops }) => hops.length > 1);
};
