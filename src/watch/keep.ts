/** Which requests are worth keeping: those that the CORS protocol can have a say in. */
import { opensSocket } from '../cors/socket.ts';
import type { Exchange, Hop, ObservedRequest } from '../model.ts';
import { isSettled } from './exchange.ts';
import { fieldValue, lastHop } from './match.ts';
import { serializedOrigin } from './observe.ts';

/** Navigations are never subject to CORS (Fetch, 2.2.5: mode "navigate"), and of the others no page is told how they end. */
const NEVER_CORS = new Set(['main_frame', 'sub_frame', 'webtransport', 'csp_report']);

export const isNeverCors = (request: Pick<ObservedRequest, 'type'>): boolean => NEVER_CORS.has(request.type);

/** Of the last hop, where the browser did not follow: the request to what is no http URL has no event in Firefox. */
const leadsAway = ({ url, response }: Hop, origin: string): boolean => {
  const location = fieldValue(response?.headers ?? null, 'location');
  return location !== null && URL.canParse(location, url) && serializedOrigin(new URL(location, url).href) !== origin;
};

/** A socket's handshake is a request for the http URL of the same name (https://websockets.spec.whatwg.org/#concept-websocket-establish, step 2). */
const requestUrl = (url: string): string => url.replace(/^ws/, 'http');

const isCrossOrigin = (exchange: Exchange): boolean => {
  const { hops, initiator } = exchange;
  if (initiator === null || initiator === 'null') return true;
  return hops.some(hop => serializedOrigin(requestUrl(hop.url)) !== initiator) || leadsAway(lastHop(exchange), initiator);
};

/**
 * Whether a WebSocket was not opened. No rule of CORS judges a handshake; but to the page, a server that checks the origin itself
 * looks like one. A file has no error of one that was still being opened.
 */
const isFailedHandshake = (exchange: Exchange): boolean => {
  const { url, response } = lastHop(exchange);
  if (response !== null && opensSocket(url, response)) return false;
  return exchange.state === 'failed' ? exchange.error !== '' : exchange.state === 'completed' && response !== null;
};

/** Chromium makes a request of its own of where a `keepalive` fetch was redirected to, if no redirect may lead there. */
const HTTP = /^https?:/;
const WEBSOCKET = /^wss?:/;

/** What the browsers say of sockets that were refused, and perhaps of those that the page closed itself. */
const UNTOLD: ReadonlySet<string | null> = new Set(['net::ERR_FAILED', 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED']);

/** Whether nothing tells yet why a WebSocket was not opened. */
export const isUntoldSocket = (exchange: Exchange): boolean =>
  exchange.type === 'websocket' && UNTOLD.has(exchange.error) && exchange.log === null && lastHop(exchange).response === null;

/** Whether a page's code asked for something to have it: in mode no-cors it may not read that, and perhaps does not know. A service worker may only want to keep it. */
const isFetched = ({ type, frameId, hops: [first] }: Exchange): boolean => type === 'xmlhttprequest' && frameId >= 0 && first?.method === 'GET';

/**
 * False for what began elsewhere than on the web, for what stayed within one origin, for a socket that was opened, and for what
 * ended well without asking to be read: mode no-cors, as `Sec-Fetch-Mode` says where the browser sends it, or a GET without
 * `Origin` where it does not. What code fetches is told all the same.
 */
export const concernsCors = (exchange: Exchange): boolean => {
  const url = exchange.hops[0]?.url ?? '';
  if (WEBSOCKET.test(url)) return isFailedHandshake(exchange) && isCrossOrigin(exchange);
  if (!HTTP.test(url)) return false;
  if (!isCrossOrigin(exchange)) return false;
  if (!isSettled(exchange) || exchange.state === 'failed') return true;
  if (isFetched(exchange)) return true;
  const { requestHeaders, preflights } = lastHop(exchange);
  if (requestHeaders === null || preflights.length > 0) return true;
  const mode = fieldValue(requestHeaders, 'sec-fetch-mode');
  return mode === null ? fieldValue(requestHeaders, 'origin') !== null : mode !== 'no-cors';
};
