/**
 * A page's requests as webRequest tells of them in Chromium (the order of events and the fields were seen in version 156): simple and
 * preflighted, allowed and refused, with the headers that a browser and an ordinary API server behind a proxy send.
 */
import type { EventName, RequestDetails } from '../../src/watch/observe.ts';

export interface TrafficEvent {
  readonly name: EventName;
  readonly details: RequestDetails;
}

type Fields = Readonly<Record<string, string>>;
type Kind = 'simple' | 'simple-refused' | 'preflighted' | 'preflight-refused';

const PAGE_ORIGIN = 'https://shop.example';
const API_ORIGIN = 'https://api.shop.example';
const OTHER_ORIGIN = 'https://staging.shop.example';
const START_TIME = 1_760_000_000_000;

/** As often as a page with one broken endpoint has them. */
const MIX: readonly Kind[] = ['simple', 'preflighted', 'simple', 'simple-refused', 'simple', 'preflighted', 'preflight-refused', 'simple'];
/** Chromium's six connections to one host, over which the events of requests are interleaved. */
const IN_FLIGHT = 6;

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

const COMMON_REQUEST: Fields = {
  'User-Agent': USER_AGENT,
  Accept: '*/*',
  Origin: PAGE_ORIGIN,
  'Sec-Fetch-Site': 'same-site',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  Referer: `${PAGE_ORIGIN}/`,
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-GB,en-US;q=0.9,en;q=0.8',
};
const HINTS: Fields = {
  'sec-ch-ua-platform': '"Linux"',
  'sec-ch-ua': '"Chromium";v="156", "Not)A;Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
};
/** What an ordinary API server behind a proxy answers with. */
export const ANSWER: Fields = {
  date: 'Thu, 09 Oct 2025 08:53:20 GMT',
  'content-type': 'application/json; charset=utf-8',
  'content-length': '482',
  server: 'nginx',
  'cache-control': 'private, no-store',
  vary: 'Origin, Accept-Encoding',
  etag: 'W/"1e2-Yq0ZbJm0Cq6o8bSxk2m2Gq4l5Xo"',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-request-id': '6f1f6f0e-4f2c-4b1b-9d58-1c5a0c7f8d11',
};

const lines = (...fields: readonly Fields[]) => fields.flatMap(each => Object.entries(each).map(([name, value]) => ({ name, value })));

const requestHeaders = (isPreflighted: boolean) =>
  lines(
    HINTS,
    isPreflighted ? { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest', 'Content-Length': '61' } : {},
    COMMON_REQUEST,
  );
const preflightHeaders = () =>
  lines(COMMON_REQUEST, { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'content-type,x-requested-with' });
const answerHeaders = (allowedOrigin: string) => lines(ANSWER, { 'access-control-allow-origin': allowedOrigin });
const preflightAnswerHeaders = (isAllowed: boolean) =>
  lines(ANSWER, {
    'access-control-allow-origin': PAGE_ORIGIN,
    'access-control-allow-methods': 'GET,PUT,POST,DELETE',
    'access-control-allow-headers': isAllowed ? 'content-type,x-requested-with' : 'content-type',
    'access-control-max-age': '600',
  });

/** The events of one exchange, in the order in which Chromium has them. */
const eventsOf = (index: number): readonly TrafficEvent[] => {
  const kind = MIX[index % MIX.length] as Kind;
  const isPreflighted = kind === 'preflighted' || kind === 'preflight-refused';
  const events: TrafficEvent[] = [];
  const details = (requestId: string, method: string): RequestDetails => ({
    requestId,
    url: `${API_ORIGIN}/v1/customers/${1000 + (index % 50)}/orders/${index}?include=items,address&page=${index % 9}`,
    method,
    tabId: 7,
    frameId: 0,
    type: 'xmlhttprequest',
    timeStamp: START_TIME + index * 3 + events.length * 0.25,
    documentId: '5F0DB2C1A3E94C7F8E6D1B2A3C4D5E6F',
    initiator: PAGE_ORIGIN,
  });
  const add = (name: EventName, request: RequestDetails, more: Partial<RequestDetails> = {}): void => {
    events.push({ name, details: { ...request, ...more } });
  };
  const addAnswered = (id: string, method: string, statusCode: number, responseHeaders: ReturnType<typeof lines>): void => {
    add('onHeadersReceived', details(id, method), { statusCode, responseHeaders });
  };
  const addDelivered = (id: string, method: string, statusCode: number, responseHeaders: ReturnType<typeof lines>): void => {
    add('onResponseStarted', details(id, method), { statusCode, responseHeaders, fromCache: false, ip: '203.0.113.10' });
    add('onCompleted', details(id, method), { statusCode, fromCache: false, ip: '203.0.113.10' });
  };
  const id = String(100_000 + 2 * index);
  const method = isPreflighted ? 'PUT' : 'GET';
  add('onBeforeRequest', details(id, method));
  if (isPreflighted) {
    const preflightId = String(100_001 + 2 * index);
    const headers = preflightAnswerHeaders(kind === 'preflighted');
    add('onBeforeRequest', details(preflightId, 'OPTIONS'));
    add('onSendHeaders', details(preflightId, 'OPTIONS'), { requestHeaders: preflightHeaders() });
    addAnswered(preflightId, 'OPTIONS', 204, headers);
    addDelivered(preflightId, 'OPTIONS', 204, headers);
  }
  if (kind !== 'preflight-refused') {
    const headers = answerHeaders(kind === 'simple-refused' ? OTHER_ORIGIN : PAGE_ORIGIN);
    add('onSendHeaders', details(id, method), { requestHeaders: requestHeaders(isPreflighted) });
    addAnswered(id, method, 200, headers);
    if (kind !== 'simple-refused') {
      addDelivered(id, method, 200, headers);
      return events;
    }
  }
  add('onErrorOccurred', details(id, method), { error: 'net::ERR_FAILED', fromCache: false });
  return events;
};

/** Every event of `count` exchanges, a few of them in flight at any time. */
export const createTraffic = (count: number): readonly TrafficEvent[] => {
  const traffic: TrafficEvent[] = [];
  const inFlight: TrafficEvent[][] = [];
  let begun = 0;
  while (begun < count || inFlight.length > 0) {
    while (begun < count && inFlight.length < IN_FLIGHT) inFlight.push([...eventsOf(begun++)]);
    for (const events of inFlight) traffic.push(...events.splice(0, 1));
    for (let at = inFlight.length - 1; at >= 0; at--) if (inFlight[at]?.length === 0) inFlight.splice(at, 1);
  }
  return traffic;
};

/** How many of `count` exchanges the browser refused. */
export const refusedAmong = (count: number): number => {
  let refused = 0;
  for (let index = 0; index < count; index++) if (MIX[index % MIX.length]?.endsWith('refused')) refused += 1;
  return refused;
};
