/** From a webRequest event to an Observation. Every difference between the two browsers' events ends here. */
import type { Header, Headers, Observation } from '../model.ts';

/** The webRequest events that are watched. */
export type EventName =
  | 'onBeforeRequest'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onBeforeRedirect'
  | 'onResponseStarted'
  | 'onCompleted'
  | 'onErrorOccurred';

interface RawHeader {
  readonly name: string;
  readonly value?: string | undefined;
  /** Chromium's, for a value that is not UTF-8. */
  readonly binaryValue?: readonly number[] | undefined;
}

/** The details of any watched event, in either browser. */
export interface RequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  readonly timeStamp: number;
  readonly documentId?: string | undefined;
  /** Chromium's: an origin. */
  readonly initiator?: string | undefined;
  /** Firefox's: a whole URL. */
  readonly originUrl?: string | undefined;
  readonly requestHeaders?: readonly RawHeader[] | undefined;
  readonly responseHeaders?: readonly RawHeader[] | undefined;
  readonly statusCode?: number | undefined;
  readonly redirectUrl?: string | undefined;
  readonly fromCache?: boolean | undefined;
  readonly ip?: string | undefined;
  readonly error?: string | undefined;
}

/** Characters kept of a URL and of a header's value. No origin, method or list that a browser accepts comes near. */
export const URL_MAX = 8_192;
export const VALUE_MAX = 16_384;
/** Characters kept of a header that CORS does not look at. */
export const OTHER_VALUE_MAX = 2_048;
/** Header lines kept of one message. */
export const LINES_MAX = 200;

const bounded = (text: string, max: number): string => (text.length > max ? text.slice(0, max) : text);

/** Chromium gives the bytes of a value that is not UTF-8: what cannot be decoded stands as U+FFFD. */
const decoder = new TextDecoder();
const decode = (bytes: readonly number[]): string => decoder.decode(Uint8Array.from(bytes.slice(0, VALUE_MAX)));

const isCorsHeader = (name: string): boolean => name.length > 16 && /^access-control-/i.test(name);

const toHeader = ({ name, value, binaryValue }: RawHeader): Header => ({
  name: bounded(name, OTHER_VALUE_MAX),
  value: bounded(value ?? (binaryValue ? decode(binaryValue) : ''), isCorsHeader(name) ? VALUE_MAX : OTHER_VALUE_MAX),
});

/** Whether a header is within all bounds as it stands: then it need not be copied. */
const isHeader = (raw: RawHeader): raw is Header =>
  raw.value !== undefined && raw.value.length <= OTHER_VALUE_MAX && raw.name.length <= OTHER_VALUE_MAX;

const toHeaders = (raw: readonly RawHeader[] = []): Headers =>
  raw.length <= LINES_MAX && raw.every(isHeader) ? raw : raw.slice(0, LINES_MAX).map(toHeader);

/** The origin of a URL, serialized (HTML, 7.1.1): "null" where it is opaque. */
export const serializedOrigin = (url: string): string => {
  try {
    return new URL(url).origin;
  } catch {
    return 'null';
  }
};

/** Events come in bursts from one document: the last origin is nearly always the next. */
let lastUrl = '';
let lastOrigin = 'null';
const originOf = (url: string): string => {
  if (url !== lastUrl) {
    lastOrigin = serializedOrigin(url);
    lastUrl = url;
  }
  return lastOrigin;
};

/** The serialized origin of whoever asked; null where the event does not tell. */
export const initiatorOf = (details: RequestDetails): string | null => {
  if (details.initiator !== undefined) return details.initiator;
  return details.originUrl === undefined ? null : originOf(details.originUrl);
};

const KINDS = {
  onBeforeRequest: 'started',
  onSendHeaders: 'sent',
  onHeadersReceived: 'answered',
  onBeforeRedirect: 'redirected',
  onResponseStarted: 'delivered',
  onCompleted: 'completed',
  onErrorOccurred: 'failed',
} as const satisfies Record<EventName, Observation['kind']>;

/**
 * An Observation of one event. Total: whatever is missing from `details` is empty or null. Every kind has the fields of
 * all: objects of one shape, made in one step, cost a fiftieth of those that a spread puts together.
 */
export const observe = (event: EventName, details: RequestDetails): Observation =>
  ({
    kind: KINDS[event],
    requestId: details.requestId,
    tabId: details.tabId,
    frameId: details.frameId,
    documentId: details.documentId ?? null,
    url: bounded(details.url, URL_MAX),
    method: details.method,
    type: details.type,
    initiator: initiatorOf(details),
    topOrigin: null,
    time: details.timeStamp,
    headers: toHeaders(details.requestHeaders ?? details.responseHeaders),
    status: details.statusCode ?? 0,
    to: bounded(details.redirectUrl ?? '', URL_MAX),
    fromCache: details.fromCache ?? false,
    ip: details.ip ?? null,
    error: details.error ?? '',
  }) as Observation;
