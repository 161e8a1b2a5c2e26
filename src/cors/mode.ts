import type { Exchange, Hop, Known, RequestMode } from '../model.ts';
import { getHeader } from './header-values.ts';
import { meaningOfError } from './network-error.ts';
import { isCorsSafelistedMethod, isCorsSafelistedRequestHeader } from './safelist.ts';

/** Values of Sec-Fetch-Mode (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-mode-header) that are modes of ours. */
const SENT_MODES: ReadonlySet<string> = new Set<RequestMode>(['cors', 'no-cors', 'same-origin', 'navigate', 'websocket']);
const isSentMode = (value: string): value is RequestMode => SENT_MODES.has(value);

/** The mode that a resource type always has, or has unless the page's markup says otherwise. */
const MODE_OF_TYPE: Readonly<Record<string, RequestMode>> = {
  main_frame: 'navigate',
  sub_frame: 'navigate',
  object_subrequest: 'no-cors',
  websocket: 'websocket',
  font: 'cors',
  xmlhttprequest: 'cors',
  json: 'cors',
};

/** Types whose mode does not depend on the page's code. */
const FIXED_TYPES: ReadonlySet<string> = new Set(['main_frame', 'sub_frame', 'websocket', 'font']);

/** What no request in mode "no-cors" may be: of another method, or with content of a type that no form sends. */
function isCorsOnly({ method, requestHeaders }: Hop): boolean {
  const type = requestHeaders === null ? null : getHeader(requestHeaders, 'content-type');
  return !isCorsSafelistedMethod(method) || (type !== null && !isCorsSafelistedRequestHeader('content-type', type));
}

const hasOrigin = ({ requestHeaders }: Hop): boolean => requestHeaders !== null && getHeader(requestHeaders, 'origin') !== null;

/** Whether an error is how the browsers report a broken rule of CORS. Chromium's network stack stops redirects out of the web in any mode. */
export const isRefusalByCors = (error: string | null): boolean =>
  error !== null && error !== 'net::ERR_UNSAFE_REDIRECT' && meaningOfError(error) === 'refused';

/**
 * A request's mode (https://fetch.spec.whatwg.org/#concept-request-mode), which webRequest does not tell. Where the
 * browser sends no Sec-Fetch-Mode (plain http to other machines), it comes from what CORS alone does: preflights, an
 * Origin on a GET to another origin, and requests that would need a preflight were it not remembered.
 *
 * @param isCrossOriginHop one entry a hop
 */
export function inferMode(exchange: Exchange, isCrossOriginHop: readonly boolean[]): Known<RequestMode> {
  for (const hop of exchange.hops) {
    const sent = hop.requestHeaders === null ? null : getHeader(hop.requestHeaders, 'sec-fetch-mode');
    if (sent !== null) return { value: isSentMode(sent) ? sent : 'unknown', basis: 'observed' };
    if (hop.preflights.length > 0) return { value: 'cors', basis: 'observed' };
  }
  const { type } = exchange;
  const usual = MODE_OF_TYPE[type] ?? 'no-cors';
  if (FIXED_TYPES.has(type)) return { value: usual, basis: 'inferred' };
  // A service worker's copy is refused to what is to be read alone; Firefox ends so what the worker itself did not get, too.
  if (exchange.opaqueCopyAt !== undefined) return { value: 'cors', basis: 'assumed' };
  const hop = exchange.hops.find((hop, index) => hop.requestHeaders !== null && isCrossOriginHop[index] === true);
  if (hop === undefined) return modeOfOwn(exchange, usual);
  if (!hasOrigin(hop)) return { value: 'no-cors', basis: 'inferred' };
  if (isCorsOnly(hop)) return { value: 'cors', basis: 'inferred' };
  // Every POST carries an Origin, whatever its mode: a beacon's or a form's too; in Chromium, so does a HEAD.
  return hop.method === 'GET' ? corsByOrigin(exchange) : { value: usual, basis: 'assumed' };
}

/** In Chromium, a GET with credentials from a frame of another site names its origin in mode "no-cors" too. */
const corsByOrigin = ({ frameId }: Exchange): Known<RequestMode> => ({ value: 'cors', basis: frameId > 0 ? 'assumed' : 'inferred' });

/** Of what was never sent across origins little speaks for or against. */
function modeOfOwn(exchange: Exchange, usual: RequestMode): Known<RequestMode> {
  const [first] = exchange.hops;
  if (first === undefined || first.requestHeaders === null) return { value: usual, basis: 'assumed' };
  if (first.method === 'GET' && hasOrigin(first)) return corsByOrigin(exchange);
  return { value: isRefusalByCors(exchange.error) ? 'cors' : usual, basis: 'assumed' };
}
