import type { Exchange, Hop, Known, RequestMode } from '../model.ts';
import { getHeader } from './header-values.ts';
import { inferMode } from './mode.ts';
import { CALLED_OFF, MIXED_CONTENT } from './network-error.ts';
import { isInsecure, isPotentiallyTrustworthy, isSameOrigin, OPAQUE_ORIGIN, originOfUrl, parseUrl, serializeOrigin } from './origin.ts';
import { decidingPreflight } from './preflight-seen.ts';
import { leavesHttp, locationOf, serializeRequestOrigins } from './redirect.ts';

/** An exchange in the Fetch standard's terms: what main fetch keeps of a request while it follows redirects. */
export interface Chain {
  readonly exchange: Exchange;
  readonly mode: Known<RequestMode>;
  /** The request's origin, serialized. */
  readonly origin: Known<string>;
  /** One entry a hop: the serialized request origin, "null" once redirect-tainted. */
  readonly hopOrigins: readonly string[];
  /** The same, as the standard computes it, whatever was seen. */
  readonly standardOrigins: readonly string[];
  /** One entry a hop: whether its response tainting is "cors" in mode "cors". */
  readonly isCorsTainted: readonly boolean[];
  readonly isCrossOrigin: boolean;
  /** A redirect led to where no browser follows: the exchange then ends without any further event. */
  readonly leavesHttp: boolean;
  /** One entry a hop, or none: whether its answer is a redirect that is mixed content for who asks. */
  readonly leavesTls: readonly boolean[];
}

/** The Origin that a hop was seen to send, itself or in its preflight; null where none was seen. */
function sentOrigin(hop: Hop): string | null {
  const own = hop.requestHeaders === null ? null : getHeader(hop.requestHeaders, 'origin');
  if (own !== null) return own;
  const headers = decidingPreflight(hop)?.requestHeaders ?? hop.preflights[0]?.requestHeaders ?? null;
  return headers === null ? null : getHeader(headers, 'origin');
}

function requestOrigin(exchange: Exchange, urlOrigins: readonly string[]): Known<string> {
  const [first] = exchange.hops;
  const sent = first === undefined ? null : sentOrigin(first);
  // Of a POST that asks for no leave, the page's referrer policy may take the origin away.
  const isWithheld = sent === OPAQUE_ORIGIN && exchange.initiator !== null && exchange.initiator !== OPAQUE_ORIGIN;
  if (sent !== null && !isWithheld) return { value: sent, basis: 'observed' };
  // What was never sent is known of the page's log, which does not tell its frames apart.
  if (exchange.initiator !== null) return { value: exchange.initiator, basis: exchange.error === MIXED_CONTENT ? 'assumed' : 'inferred' };
  // An address typed by hand has no initiator: nothing crosses origins.
  return { value: urlOrigins[0] ?? 'null', basis: 'assumed' };
}

/** Whether a redirect that the browser did not follow leads to another origin. */
function isStoppedAcrossOrigins(hop: Hop | undefined, origin: string): boolean {
  const location = hop?.response ? locationOf(hop.response) : null;
  if (hop === undefined || location === null) return false;
  return !isSameOrigin(origin, serializeOrigin(parseUrl(location, hop.url)));
}

/** Types of what is shown even if it came over http: https://w3c.github.io/webappsec-mixed-content/#category-upgradeable */
const SHOWN: ReadonlySet<string> = new Set(['image', 'imageset', 'media']);

/**
 * A frame without an origin is as secure as the page around it. Chromium keeps mixed content from frames on this machine too
 * if that is secure, and says so by its error.
 */
function isKeptFromInsecure({ type, error, topOrigin }: Exchange, origin: string): boolean {
  if (SHOWN.has(type)) return false;
  if (origin.startsWith('https:') || (origin === OPAQUE_ORIGIN && topOrigin?.startsWith('https:') === true)) return true;
  return error === CALLED_OFF && topOrigin?.startsWith('https:') === true && isPotentiallyTrustworthy(origin);
}

const NO_HOPS: readonly boolean[] = [];

/** Whether a redirect leads to an insecure URL, which no browser made a secure one of. */
function leadsToInsecure({ url, response }: Hop, next: Hop | undefined): boolean {
  const location = response === null ? null : locationOf(response);
  const target = location === null ? null : parseUrl(next?.url ?? location, url);
  return target !== null && isInsecure(target);
}

/** https://fetch.spec.whatwg.org/#concept-main-fetch, step 12, for each URL of the chain */
export function createChain(exchange: Exchange): Chain {
  const { hops } = exchange;
  const urlOrigins = hops.map(hop => originOfUrl(hop.url));
  const origin = requestOrigin(exchange, urlOrigins);
  const isCrossOriginHop = urlOrigins.map(urlOrigin => !isSameOrigin(urlOrigin, origin.value));
  const mode = inferMode(exchange, isCrossOriginHop);
  const computed = hops.length === 1 ? [origin.value] : serializeRequestOrigins(origin.value, urlOrigins);
  // A navigation's or a plain form's Origin obeys other rules; only CORS sends what is judged.
  const hopOrigins = mode.value === 'cors' ? hops.map((hop, index) => sentOrigin(hop) ?? computed[index] ?? origin.value) : computed;
  let hasCrossed = false;
  const isCorsTainted = isCrossOriginHop.map(isCrossed => {
    hasCrossed ||= isCrossed; // a response tainting of "cors" is never lifted again
    return hasCrossed && mode.value === 'cors';
  });
  return {
    exchange,
    mode,
    origin,
    hopOrigins,
    standardOrigins: computed,
    isCorsTainted,
    isCrossOrigin: hasCrossed || (mode.value === 'cors' && isStoppedAcrossOrigins(hops.at(-1), origin.value)),
    leavesHttp: leavesHttp(hops),
    leavesTls:
      mode.value === 'cors' && isKeptFromInsecure(exchange, origin.value) ? hops.map((hop, index) => leadsToInsecure(hop, hops[index + 1])) : NO_HOPS,
  };
}
