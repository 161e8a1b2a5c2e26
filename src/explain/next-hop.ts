/** Where a redirect would have led that was never followed: the request there, and what its preflight would ask. */
import { originOfUrl, parseUrl } from '../cors/origin.ts';
import { corsUnsafeRequestHeaderNames, isCorsSafelistedMethod } from '../cors/safelist.ts';
import type { Hop, PreflightSeen, ResponseSeen } from '../model.ts';
import { fieldOf, listOf } from './read.ts';

/** An answer of which nothing is known. */
export const EMPTY: ResponseSeen = { status: 200, headers: [], linesKnown: true, delivered: null, fromCache: false, ip: null };

/** Whether a redirect makes a GET of the request, and drops its body (Fetch, HTTP-redirect fetch, step 12). */
const becomesGet = (status: number, method: string): boolean =>
  status === 303 ? method !== 'GET' && method !== 'HEAD' : (status === 301 || status === 302) && method === 'POST';

/** Headers that go with a body. https://fetch.spec.whatwg.org/#request-body-header-name */
const BODY_HEADERS: ReadonlySet<string> = new Set(['content-encoding', 'content-language', 'content-location', 'content-type']);

/** What a browser sends by itself, and no preflight asks about. */
const OWN_HEADERS =
  /^(?:accept-encoding|connection|content-length|cookie|dnt|host|if-none-match|if-modified-since|origin|priority|referer|te|user-agent|(?:sec|proxy)-.*)$/i;

/** What the page's code sent that a server has to be asked about. */
interface Asked {
  readonly method: string;
  readonly names: readonly string[];
}

const isAsked = ({ method, names }: Asked): boolean => !isCorsSafelistedMethod(method) || names.length > 0;

/** What the hop asked, or, as nobody asks the page's own server, would have to ask another; null where nothing is to ask. */
const askedBy = (hop: Hop, url: string, initiator: string | null): Asked | null => {
  const preflight = hop.preflights.at(-1);
  if (preflight) return { method: hop.method, names: listOf(preflight.requestHeaders, 'access-control-request-headers') };
  if (originOfUrl(hop.url) !== initiator || originOfUrl(url) === initiator) return null;
  const own = (hop.requestHeaders ?? []).filter(({ name }) => !OWN_HEADERS.test(name));
  const asked = { method: hop.method, names: corsUnsafeRequestHeaderNames(own) };
  return isAsked(asked) ? asked : null;
};

/** Without an origin: which it is hangs on where redirects led. */
const preflightFor = ({ method, names }: Asked, url: string): PreflightSeen => ({
  requestId: '',
  url,
  startedAt: 0,
  endedAt: 0,
  requestHeaders: [
    { name: 'Access-Control-Request-Method', value: method },
    { name: 'Access-Control-Request-Headers', value: names.join(',') },
  ],
  response: EMPTY,
  state: 'completed',
  error: null,
});

/** The hop after one that was redirected and not followed. */
export const nextHop = (hop: Hop, response: ResponseSeen, initiator: string | null): Hop => {
  const url = parseUrl(fieldOf(response, 'location') ?? '', hop.url)?.href ?? hop.url;
  const isGet = becomesGet(response.status, hop.method);
  const method = isGet ? 'GET' : hop.method;
  const before = askedBy(hop, url, initiator);
  const asked = before && { method, names: isGet ? before.names.filter(name => !BODY_HEADERS.has(name)) : before.names };
  // What was asked for a reason that cannot be seen, an upload listener, is asked again.
  const isAskedAgain = before !== null && asked !== null && (isAsked(asked) || !isAsked(before));
  return { url, method, requestHeaders: null, preflights: isAskedAgain ? [preflightFor(asked, url)] : [], response: EMPTY };
};
