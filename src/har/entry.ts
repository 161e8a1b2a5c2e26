/** One entry of a HAR as one message and its answer. */
import type { CodeLocation, Headers, ResponseSeen } from '../model.ts';
import { fieldValue } from '../watch/match.ts';
import { asArray, asCount, asObject, asText, callSite, readHeaders, TEXT_MAX, type Unknown, URL_MAX } from './shape.ts';

export interface HarMessage {
  readonly id: string;
  /** In the file, from 0. */
  readonly place: number;
  readonly pageref: string | null;
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch, as is `endedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of a CORS-preflight fetch: it alone may carry Access-Control-Request-Method, which no page can set. */
  readonly isPreflight: boolean;
  readonly requestHeaders: Headers;
  /** Whether its headers are those of HTTP/2 or later, with `:authority` in the place of `Host`. */
  readonly isHttp2: boolean;
  /** null where no answer is in the file. */
  readonly response: ResponseSeen | null;
  /** Where a redirect leads, as a whole URL; null elsewhere. */
  readonly redirectsTo: string | null;
  /** Chromium's `_error`; null where there is none. An empty one is that of a request that the browser itself stopped. */
  readonly error: string | null;
  /** Chromium's `_resourceType`; null where the tool writes none. */
  readonly resourceType: string | null;
  readonly initiator: CodeLocation | null;
}

/** HAR has the status of an answer from the cache too; only these say that it was one. */
const isFromCache = (entry: Unknown, response: Unknown): boolean =>
  typeof entry._fromCache === 'string' || response._fromCache === true || response._fromDiskCache === true;

/** Chromium's words for a WebSocket that its page closed while it was being opened. */
const CLOSED_EARLY = 'WebSocket is closed before the connection is established.';

/**
 * How Chromium would call the end of a WebSocket that was not opened, were it a request: its log has words for that alone, among the
 * socket's messages. null elsewhere.
 */
export const socketError = ({ _webSocketMessages }: Unknown): string | null => {
  const { type, data } = asObject(asArray(_webSocketMessages).at(-1));
  if (type !== 'error') return null;
  const text = asText(data) ?? '';
  return text === CLOSED_EARLY ? 'net::ERR_ABORTED' : (/net::ERR_[A-Z0-9_]+/.exec(text)?.[0] ?? 'net::ERR_FAILED');
};

/** The status that Chromium tells among the messages of a socket alone, and only where no extension may watch requests; 0 elsewhere. */
const socketStatus = ({ _webSocketMessages }: Unknown): number => {
  const text = asText(asObject(asArray(_webSocketMessages).at(-1)).data, TEXT_MAX) ?? '';
  return Number(/^Error during WebSocket handshake: Unexpected response code: (\d{3})$/.exec(text)?.[1] ?? 0);
};

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const redirectOf = (url: string, status: number, response: Unknown, headers: Headers): string | null => {
  if (!REDIRECTS.has(status)) return null;
  const location = asText(response.redirectURL, URL_MAX) || fieldValue(headers, 'location');
  return location && URL.canParse(location, url) ? new URL(location, url).href.slice(0, URL_MAX) : null;
};

/** null where the entry is not one of a request, or its start cannot be read. */
export const readMessage = (entry: unknown, place: number, linesKnown: boolean): HarMessage | null => {
  const fields = asObject(entry);
  const request = asObject(fields.request);
  const response = asObject(fields.response);
  const url = asText(request.url, URL_MAX);
  const method = asText(request.method, TEXT_MAX);
  const startedAt = Date.parse(asText(fields.startedDateTime) ?? '');
  if (!url || !method || Number.isNaN(startedAt)) return null;
  const took = typeof fields.time === 'number' && fields.time > 0 && fields.time < 1e9 ? fields.time : 0;
  const status = asCount(response.status) || socketStatus(fields);
  const sent = readHeaders(request.headers);
  const requestHeaders = sent.filter(({ name }) => !name.startsWith(':'));
  const headers = readHeaders(response.headers).filter(({ name }) => !name.startsWith(':'));
  const resourceType = asText(fields._resourceType);
  return {
    id: `har-${place}`,
    place,
    pageref: asText(fields.pageref),
    url,
    method,
    startedAt,
    endedAt: startedAt + took,
    isPreflight: method === 'OPTIONS' && (resourceType === 'preflight' || fieldValue(requestHeaders, 'access-control-request-method') !== null),
    requestHeaders,
    isHttp2: requestHeaders.length < sent.length,
    response:
      status === 0
        ? null
        : { status, headers, linesKnown, delivered: null, fromCache: isFromCache(fields, response), ip: asText(fields.serverIPAddress) },
    redirectsTo: redirectOf(url, status, response, headers),
    error: asText(response._error ?? fields._error) ?? socketError(fields),
    resourceType,
    initiator: callSite(asObject(fields._initiator)),
  };
};
