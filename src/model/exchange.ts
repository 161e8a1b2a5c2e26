/** One request of a page, as it was seen. Every string from the network is hostile text. */
import type { Headers } from './observation.ts';

/** open: still in flight; completed: the browser reported its end; failed: the browser reported an error. */
export type ExchangeState = 'open' | 'completed' | 'failed';

export interface ResponseSeen {
  readonly status: number;
  /** What the server answered, line by line where the browser tells lines apart (see `linesKnown`). */
  readonly headers: Headers;
  /**
   * Whether a field sent on two lines would stand twice in `headers`. Chromium: always true. Firefox joins lines
   * with a comma in webRequest; true there only once the DevTools network log has supplied the raw lines.
   */
  readonly linesKnown: boolean;
  /** What the page's side was given, where something in the browser (another extension) changed the headers; else null. */
  readonly delivered: Headers | null;
  readonly fromCache: boolean;
  /** The server's address; null where the browser does not tell. */
  readonly ip: string | null;
}

/** One OPTIONS request of a CORS-preflight fetch, as watched. */
export interface PreflightSeen {
  readonly requestId: string;
  readonly url: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** null where the headers were never seen. */
  readonly requestHeaders: Headers | null;
  readonly response: ResponseSeen | null;
  readonly state: ExchangeState;
  /** The browser's own name of the error (`net::ERR_…`, `NS_ERROR_…`); null without one. */
  readonly error: string | null;
}

/** One request of a redirect chain: hop 0 is what the page asked for. */
export interface Hop {
  readonly url: string;
  readonly method: string;
  /** null where the request was never sent or its headers were never seen (a refused preflight in Chromium). */
  readonly requestHeaders: Headers | null;
  /** Usually none or one; two where the browser repeated it (HTTP authentication, a restarted connection). */
  readonly preflights: readonly PreflightSeen[];
  readonly response: ResponseSeen | null;
}

/** The line of the page's code that asked. Line and column count from 1. */
export interface CodeLocation {
  readonly url: string;
  readonly line: number;
  readonly column: number;
  readonly function: string;
}

/** What the page's own Resource Timing entry tells of an exchange. */
export interface TimingEvidence {
  /** `PerformanceResourceTiming.responseStatus`: 0 where the page may not read the response. */
  readonly responseStatus: number;
  /** `PerformanceResourceTiming.initiatorType`: "fetch", "xmlhttprequest", "img" … */
  readonly initiatorType: string;
}

/** What the DevTools network log adds to an exchange. */
export interface LogEvidence {
  /** Chromium's `_error`; null without one. */
  readonly error: string | null;
  /** Chromium's `_resourceType` ("fetch", "xhr" …); null where the browser does not tell. */
  readonly resourceType: string | null;
  readonly initiator: CodeLocation | null;
  /** What Chromium would have sent, where the request never went out (a refused preflight); null elsewhere. */
  readonly requestHeaders: Headers | null;
}

/** One request of a page: every hop, its preflights, what the browser did with it, and how that is known. It holds only what was seen. */
export interface Exchange {
  readonly id: string;
  /** The inspected tab that it is shown in. */
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly type: string;
  /** The serialized origin of whoever asked; null where the browser does not tell. */
  readonly initiator: string | null;
  /** The serialized origin of the tab's page, where one of its frames or a worker asks; null where the page itself does. */
  readonly topOrigin: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Never empty. */
  readonly hops: readonly Hop[];
  readonly state: ExchangeState;
  readonly error: string | null;
  /** Seen only in part: recording began or was interrupted while it was in flight. */
  readonly incomplete: boolean;
  readonly timing: TimingEvidence | null;
  readonly log: LogEvidence | null;
  /**
   * When the page's service worker asked for this address itself in mode "no-cors", and was answered: it may give such an answer
   * to no request that is to be read. Present where the worker was then to answer this request, and the page got nothing.
   */
  readonly opaqueCopyAt?: number;
  /** Present where a fix was being tried on it: its answers may be the browser's own work. Chromium tells what the server sent beside what was `delivered`, Firefox does not. */
  readonly isTried?: true;
}
