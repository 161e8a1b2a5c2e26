/** What an answer says of having been kept. */
import type { ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { fieldOf, judgedHeaders, listOf } from '../read.ts';

export const allowOriginOf = (answer: ResponseSeen | null): string | null => fieldOf(answer, 'access-control-allow-origin');

/** Whether the answer to the request’s own preflight allows an origin. */
export const isPreflightAllowed = ({ preflight }: Facts): boolean => allowOriginOf(preflight?.response ?? null) !== null;

/** Of nginx and CloudFront, Cloudflare, proxies, Varnish; Bunny, Vercel, RFC 9211, Sucuri, LiteSpeed. */
const CACHE_FIELDS = [
  ...['x-cache', 'x-cache-status', 'cf-cache-status', 'x-proxy-cache', 'x-varnish-cache'],
  ...['cdn-cache', 'x-vercel-cache', 'cache-status', 'x-sucuri-cache', 'x-litespeed-cache'],
] as const;

/** Whether a cache between browser and server gave it, or may have. */
export const isFromSharedCache = (answer: ResponseSeen | null): boolean =>
  Number(fieldOf(answer, 'age') ?? 0) > 0 ||
  CACHE_FIELDS.some(name => /(?:^|[^a-z]|refresh)hit(?![a-z])/i.test(fieldOf(answer, name) ?? '')) ||
  /^\d+ \d+$/.test(fieldOf(answer, 'x-varnish') ?? '');

/** Whether the answer hangs on a request header of such a name. */
export const variesBy = (answer: ResponseSeen | null, pattern: RegExp): boolean =>
  listOf(judgedHeaders(answer), 'vary').some(name => pattern.test(name));

/** Whether caches are told to keep apart what differs by Origin. */
export const namesOrigin = (answer: ResponseSeen | null): boolean => variesBy(answer, /^(?:\*|origin)$/i);

/** Whether what answered goes by what CORS asks: so it knows of CORS, and this is its own word. */
export const knowsCors = (answer: ResponseSeen | null): boolean =>
  variesBy(answer, /^(?:origin|access-control-request-(?:headers|method))$/i) || allowOriginOf(answer) !== null;

/** Clocks of servers and browsers differ by less, mostly. */
const CLOCKS_DIFFER_MS = 5_000;

/**
 * Whether an answer is older than the request (Date, RFC 9110, 6.6.1), and no cache says that it kept it: then the browser has.
 * Of a copy of its own that it keeps from the page, Chromium says nothing (measured in Chromium 156).
 *
 * @param startedAt milliseconds since the epoch
 */
export const isOlderThan = (answer: ResponseSeen, startedAt: number): boolean =>
  fieldOf(answer, 'age') === null && !isFromSharedCache(answer) && Date.parse(fieldOf(answer, 'date') ?? '') + 1_000 + CLOCKS_DIFFER_MS < startedAt;

/** Whether an answer speaks for how its server is set up: an error may be another layer's, and a kept copy was made for another request. */
export const isRepresentative = (answer: ResponseSeen | null): boolean =>
  answer !== null && answer.status < 400 && !answer.fromCache && !isFromSharedCache(answer);
