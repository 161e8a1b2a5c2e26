/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as it is written here. Names that begin with `_` are custom fields, which the format allows everywhere. */
import type { CodeLocation, ReportFailure } from '../model.ts';

interface HarPair {
  readonly name: string;
  readonly value: string;
}

export interface HarEntry {
  readonly pageref: string;
  /** RFC 3339. */
  readonly startedDateTime: string;
  /** Milliseconds; the sum of `timings`. */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly HarPair[];
    readonly headers: readonly HarPair[];
    readonly queryString: readonly HarPair[];
    /** -1: not known. */
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly response: {
    /** 0 where no answer was seen, as Chromium writes it. */
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly HarPair[];
    readonly headers: readonly HarPair[];
    readonly content: { readonly size: number; readonly mimeType: string };
    readonly redirectURL: string;
    readonly headersSize: number;
    readonly bodySize: number;
    /** Chromium's: the browser's own name of the error; null without one. */
    readonly _error: string | null;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  /** Chromium's: what asked ("fetch", "preflight" …), and from which line of code; lines count from 0. */
  readonly _resourceType: string;
  readonly _initiator: { readonly type: 'script' | 'preflight' | 'other'; readonly stack?: { readonly callFrames: readonly HarCallFrame[] } };
  readonly _fromCache?: 'disk';
  readonly _cors: HarVerdict;
}

export interface HarCallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** What CORS DevTools makes of the exchange that an entry is part of. */
export interface HarVerdict {
  /** Of the failure in the report. */
  readonly failure: string;
  readonly code: string;
  readonly stage: ReportFailure['stage'];
  readonly origin: string;
  readonly headline: string;
  /** Whether the exchange stopped at this entry. */
  readonly stoppedHere: boolean;
}

export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string; readonly comment?: string };
    readonly browser: { readonly name: string; readonly version: string };
    readonly pages: readonly {
      readonly id: string;
      readonly startedDateTime: string;
      readonly title: string;
      readonly pageTimings: Readonly<Record<string, never>>;
    }[];
    readonly entries: readonly HarEntry[];
    readonly comment: string;
  };
}

export function toCallFrame({ url, line, column, function: functionName }: CodeLocation): HarCallFrame {
  return { functionName, url, lineNumber: line - 1, columnNumber: column - 1 };
}
