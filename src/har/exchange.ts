/** From a chain of messages to an Exchange. */
import type { Exchange, Hop, PreflightSeen } from '../model.ts';
import { fieldValue } from '../watch/match.ts';
import { MIXED_CONTENT } from '../watch/outcome.ts';
import type { HarMessage } from './entry.ts';
import type { Chain } from './link.ts';
import { type HarSource, webOrigin } from './source.ts';

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
  websocket: 'websocket',
};

/** How the browsers name a request whose preflight they refused; neither's HAR has it of every one. */
const REFUSED = { chromium: 'net::ERR_FAILED', firefox: 'NS_ERROR_DOM_BAD_URI' } as const;

const typeOf = ({ resourceType, requestHeaders, method }: HarMessage, isPreflighted: boolean): string => {
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
  error: response === null ? error : null,
});

/** With no answer and a preflight, it waited for the preflight and was never sent: what the file has of it is what would have been. */
const isUnsent = ({ request, preflights }: Chain['hops'][number]): boolean => request.response === null && preflights.length > 0;

const toHop = (hop: Chain['hops'][number]): Hop => ({
  url: hop.request.url,
  method: hop.request.method,
  requestHeaders: isUnsent(hop) || hop.request.requestHeaders.length === 0 ? null : hop.request.requestHeaders,
  preflights: hop.preflights.map(toPreflight),
  response: hop.request.response,
});

const endOf = (chain: Chain, initiator: string | null, { browser, isBrowser }: HarSource): Pick<Exchange, 'state' | 'error'> => {
  const last = chain.hops[chain.hops.length - 1] as Chain['hops'][number];
  const { error, response, url } = last.request;
  if (error) return { state: 'failed', error };
  if (response !== null) return { state: 'completed', error: null };
  if (error === '' && url.startsWith('http:') && initiator?.startsWith('https:')) return { state: 'failed', error: MIXED_CONTENT };
  const wasAnswered = last.preflights.at(-1)?.response != null;
  if (wasAnswered) return { state: 'failed', error: REFUSED[browser.engine] };
  return isBrowser ? { state: 'open', error: null } : { state: 'failed', error: REFUSED[browser.engine] };
};

/** null where it is none that can be judged. */
export const toExchange = (chain: Chain, source: HarSource, pageUrl: string | undefined): Exchange => {
  const [first] = chain.hops;
  const { request, preflights } = first as Chain['hops'][number];
  const initiator = initiatorOf(chain, pageUrl);
  const { resourceType } = request;
  const unsent = first !== undefined && isUnsent(first) ? request.requestHeaders : null;
  return {
    id: request.id,
    tabId: 0,
    frameId: 0,
    documentId: null,
    type: typeOf(request, preflights.length > 0),
    initiator,
    topOrigin: null,
    startedAt: request.startedAt,
    endedAt: Math.max(...chain.hops.map(({ request: { endedAt } }) => endedAt)),
    hops: chain.hops.map(toHop),
    ...endOf(chain, initiator, source),
    incomplete: false,
    timing: null,
    log: { error: request.error, resourceType, initiator: request.initiator, requestHeaders: unsent },
  };
};
