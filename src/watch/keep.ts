/** Which requests are worth keeping: those that the CORS protocol can have a say in. */
import type { Exchange, Hop, ObservedRequest } from '../model.ts';
import { isSettled } from './exchange.ts';
import { fieldValue, lastHop } from './match.ts';
import { serializedOrigin } from './observe.ts';

/** Navigations and sockets are never subject to CORS (Fetch, 2.2.5: modes "navigate" and "websocket"). */
const NEVER_CORS = new Set(['main_frame', 'sub_frame', 'websocket', 'webtransport', 'csp_report']);

export const isNeverCors = (request: Pick<ObservedRequest, 'type'>): boolean => NEVER_CORS.has(request.type);

/** Of the last hop, where the browser did not follow: the request to what is no http URL has no event in Firefox. */
const leadsAway = ({ url, response }: Hop, origin: string): boolean => {
  const location = fieldValue(response?.headers ?? null, 'location');
  return location !== null && URL.canParse(location, url) && serializedOrigin(new URL(location, url).href) !== origin;
};

const isCrossOrigin = (exchange: Exchange): boolean => {
  const { hops, initiator } = exchange;
  if (initiator === null || initiator === 'null') return true;
  return hops.some(hop => serializedOrigin(hop.url) !== initiator) || leadsAway(lastHop(exchange), initiator);
};

/** Chromium makes a request of its own of where a `keepalive` fetch was redirected to, if no redirect may lead there. */
const HTTP = /^https?:/;

/**
 * False for what began elsewhere than on the web, for what stayed within one origin, and for what ended well without asking to
 * be read: mode no-cors, as `Sec-Fetch-Mode` says where the browser sends it, or a GET without `Origin` where it does not.
 */
export const concernsCors = (exchange: Exchange): boolean => {
  if (!HTTP.test(exchange.hops[0]?.url ?? '')) return false;
  if (!isCrossOrigin(exchange)) return false;
  if (!isSettled(exchange) || exchange.state === 'failed') return true;
  const { requestHeaders, preflights } = lastHop(exchange);
  if (requestHeaders === null || preflights.length > 0) return true;
  const mode = fieldValue(requestHeaders, 'sec-fetch-mode');
  return mode === null ? fieldValue(requestHeaders, 'origin') !== null : mode !== 'no-cors';
};
