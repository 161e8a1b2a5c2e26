import type { Hop, RequestMode, ResponseSeen } from '../model.ts';
import { judgedHeaders } from './cors-check.ts';
import type { EvidenceOf } from './evidence.ts';
import { getHeader } from './header-values.ts';
import { includesCredentials, isHttpScheme, isInsecure, isSameOrigin, OPAQUE_ORIGIN, parseUrl } from './origin.ts';
import { isRedirectStatus } from './preflight.ts';

export type RedirectEvidence =
  | EvidenceOf<'redirect-scheme' | 'redirect-with-userinfo' | 'redirect-insecure'>
  /** Of no use to the CORS protocol, but the same algorithm finds it. `error` is filled in from what the browser said. */
  | { readonly code: 'redirect-malformed'; readonly error: string };

/** What an HTTP-redirect fetch needs to know of the request. */
export interface RedirectRequest {
  readonly mode: RequestMode;
  /** The request's own origin, serialized; never tainted. */
  readonly origin: string;
  readonly currentUrl: string;
  /** Whether the response tainting is "cors". */
  readonly isCorsTainted: boolean;
  /** Whether mixed content is kept from who asks, and the browser did not get round it (by asking over https itself). */
  readonly refusesInsecure: boolean;
}

/**
 * Where an answer sends the browser, as written; null where it is no redirect.
 * https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export const locationOf = (response: ResponseSeen): string | null =>
  isRedirectStatus(response.status) ? getHeader(judgedHeaders(response), 'location') : null;

/**
 * Whether the last redirect leads to what is no http URL, where a request ends (https://fetch.spec.whatwg.org/#concept-http-redirect-fetch,
 * step 6). Some browsers show the request to such a URL before they give up, some only the redirect to it, and no event need tell of the end.
 */
export function leavesHttp(hops: readonly Hop[]): boolean {
  const last = hops.at(-1);
  const lastUrl = last === undefined || hops.length === 1 ? null : parseUrl(last.url);
  if (lastUrl !== null && !isHttpScheme(lastUrl)) return true;
  const location = last?.response ? locationOf(last.response) : null;
  const url = last === undefined || location === null ? null : parseUrl(location, last.url);
  return url !== null && !isHttpScheme(url);
}

/** Every rule that a redirect breaks, in the standard's order. https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */
export function* redirectFetch(request: RedirectRequest, response: ResponseSeen): Generator<RedirectEvidence, void, undefined> {
  const location = locationOf(response); // step 3
  if (location === null) return; // step 4
  const url = parseUrl(location, request.currentUrl);
  if (url === null) {
    yield { code: 'redirect-malformed', error: '' }; // step 5
    return;
  }
  if (!isHttpScheme(url)) yield { code: 'redirect-scheme', location, scheme: url.protocol.slice(0, -1) }; // step 6
  // Steps 7 and 8: the browser counts, and its error says when it had enough.
  const isCrossOrigin = request.mode === 'cors' && !isSameOrigin(request.origin, url.origin); // step 9
  if (includesCredentials(url) && (isCrossOrigin || request.isCorsTainted)) yield { code: 'redirect-with-userinfo', location }; // steps 9 and 10
  if (request.refusesInsecure && isInsecure(url)) yield { code: 'redirect-insecure', location: url.href }; // main fetch, step 7
}

/**
 * The serialized request origin at each URL of a redirect chain: "null" from where a cross-origin URL redirected across origins.
 * https://fetch.spec.whatwg.org/#serializing-a-request-origin, https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 *
 * @param urlOrigins the serialized origin of each URL of the chain
 */
export function serializeRequestOrigins(origin: string, urlOrigins: readonly string[]): string[] {
  let isTainted = false;
  let last: string | null = null; // step 2
  return urlOrigins.map(current => {
    // step 4.3 (4.2 tells only how far apart the two are)
    if (last !== null && !isSameOrigin(current, last) && !isSameOrigin(origin, last)) isTainted = true;
    last = current; // step 4.4
    return isTainted ? OPAQUE_ORIGIN : origin;
  });
}
