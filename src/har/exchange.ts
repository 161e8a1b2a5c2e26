/** From a chain of messages to an Exchange. */
import type { Exchange, Hop as ExchangeHop, PreflightSeen } from '../model.ts';
import { fieldValue } from '../watch/match.ts';
import { MIXED_CONTENT } from '../watch/outcome.ts';
import type { HarMessage } from './entry.ts';
import type { Chain } from './link.ts';
import { type HarSource, webOrigin } from './source.ts';

type Hop = Chain['hops'][number];

/** Chromium's resource types, by webRequest's names of them; others are the same in both. */
const TYPES: Readonly<Record<string, string>> = {
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  document: 'main_frame',
  ping: 'ping',
  texttrack: 'media',
};
/** Sec-Fetch-Dest (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-dest-header), by webRequest's names. */
const TYPES_OF_DESTINATION: Readonly<Record<string, string>> = {
  empty: 'xmlhttprequest',
  document: 'main_frame',
  iframe: 'sub_frame',
  frame: 'sub_frame',
  image: 'image',
  script: 'script',
  style: 'stylesheet',
  font: 'font',
  audio: 'media',
  video: 'media',
  track: 'media',
};

/** How the browsers name a request that they refused, because of its preflight or of the redirect to it. Firefox's HAR names no error. */
const REFUSED = { chromium: 'net::ERR_FAILED', firefox: 'NS_ERROR_DOM_BAD_URI' } as const;
const TOO_MANY_REDIRECTS = { chromium: 'net::ERR_TOO_MANY_REDIRECTS', firefox: 'NS_ERROR_REDIRECT_LOOP' } as const;
/** A request that got no answer, of which nothing tells why. */
const NOT_NAMED = '';

/** Redirects that are followed at most (https://fetch.spec.whatwg.org/#http-redirect-fetch, step 7). */
const REDIRECTS_MAX = 20;

const typeOf = ({ url, resourceType, requestHeaders, method }: HarMessage, isPreflighted: boolean): string => {
  if (/^wss?:/.test(url)) return 'websocket';
  if (resourceType !== null) return TYPES[resourceType] ?? resourceType;
  const destination = fieldValue(requestHeaders, 'sec-fetch-dest');
  if (destination !== null) return TYPES_OF_DESTINATION[destination] ?? 'other';
  // Only code may ask so.
  const isOfCode = isPreflighted || (method === 'GET' && fieldValue(requestHeaders, 'origin') !== null);
  return isOfCode ? 'xmlhttprequest' : 'other';
};

/** Who asked: the origin that the request itself or its preflight names, else the one that it came from, else the page's. */
const initiatorOf = ({ hops: [first] }: Chain, pageUrl: string | undefined): string | null => {
  if (first === undefined) return null;
  for (const { requestHeaders } of [first.request, ...first.preflights]) {
    const origin = fieldValue(requestHeaders, 'origin');
    if (origin !== null) return origin === 'null' ? origin : (webOrigin(origin) ?? null);
  }
  return webOrigin(fieldValue(first.request.requestHeaders, 'referer')) ?? webOrigin(pageUrl);
};

const toPreflight = ({ id, url, startedAt, endedAt, requestHeaders, response, error }: HarMessage): PreflightSeen => ({
  requestId: id,
  url,
  startedAt,
  endedAt,
  requestHeaders,
  response,
  // A refused preflight has an answer, and an error that is the request's.
  state: response === null ? 'failed' : 'completed',
  error: response === null ? (error ?? NOT_NAMED) : null,
});

/** What every request that went out has, over HTTP/1.1 or later versions, in whichever browser's words. */
const hasHost = ({ requestHeaders, isHttp2 }: HarMessage): boolean => isHttp2 || fieldValue(requestHeaders, 'host') !== null;

/**
 * Whether the file has what the request would have been, and not what was sent: it waited for its preflight, or it was
 * announced and stopped. Chromium has the headers that were really sent only once an answer came.
 */
const isUnsent = ({ request, preflights }: Hop, { browser, isBrowser }: HarSource): boolean =>
  request.response === null && (preflights.length > 0 || (isBrowser && (browser.engine === 'chromium' || !hasHost(request))));

const toHop = (hop: Hop, source: HarSource): ExchangeHop => ({
  url: hop.request.url,
  method: hop.request.method,
  requestHeaders: isUnsent(hop, source) || hop.request.requestHeaders.length === 0 ? null : hop.request.requestHeaders,
  preflights: hop.preflights.map(toPreflight),
  response: hop.request.response,
});

const isInsecureOf = (url: string, asker: string | null): boolean => url.startsWith('http:') && asker?.startsWith('https:') === true;

const errorOf = ({ hops }: Chain, source: HarSource): string | null => {
  const last = hops[hops.length - 1] as Hop;
  const { error, response, redirectsTo } = last.request;
  const { engine } = source.browser;
  if (error) return error;
  if (redirectsTo !== null && hops.length > REDIRECTS_MAX) return TOO_MANY_REDIRECTS[engine];
  if (response !== null) return null;
  const isRefused = last.preflights.length > 0 || (hops.length > 1 && isUnsent(last, source));
  return isRefused ? REFUSED[engine] : NOT_NAMED;
};

const endOf = (error: string | null): Pick<Exchange, 'state' | 'error'> => ({ state: error === null ? 'completed' : 'failed', error });

export const toExchange = (chain: Chain, source: HarSource, pageUrl: string | undefined): Exchange => {
  const first = chain.hops[0] as Hop;
  const { request, preflights } = first;
  const code = webOrigin(request.initiator?.url);
  const asker = initiatorOf(chain, pageUrl) ?? code;
  // Chromium has no other word for mixed content; the page is not told of where one of its frames asks.
  const secure = request.error === '' ? [asker, code].find(origin => isInsecureOf(request.url, origin)) : undefined;
  return {
    id: request.id,
    tabId: 0,
    frameId: 0,
    documentId: null,
    type: typeOf(request, preflights.length > 0),
    initiator: secure ?? asker,
    topOrigin: null,
    startedAt: request.startedAt,
    endedAt: Math.max(...chain.hops.map(({ request: { endedAt } }) => endedAt)),
    hops: chain.hops.map(hop => toHop(hop, source)),
    ...endOf(secure === undefined ? errorOf(chain, source) : MIXED_CONTENT),
    incomplete: false,
    timing: null,
    log: {
      error: request.error,
      resourceType: request.resourceType,
      initiator: request.initiator,
      requestHeaders: isUnsent(first, source) ? request.requestHeaders : null,
    },
  };
};
