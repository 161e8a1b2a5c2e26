/** What is exported (cors-devtools/report@1). */
import type { CodeLocation } from './exchange.ts';
import type { Cause, ChecklistItem, Fix, Responsible } from './explanation.ts';
import type { Headers } from './observation.ts';
import type { BrowserInfo } from './recording.ts';
import type { CredentialsMode, EngineVerdicts, Known, Outcome, PreflightReason, RequestMode, Stage } from './verdict.ts';

export interface ReportFailure {
  readonly id: string;
  readonly code: string;
  readonly stage: Stage;
  readonly isCors: boolean;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly origin: string;
    readonly resourceType: string;
    readonly mode: RequestMode;
    readonly credentials: Known<CredentialsMode>;
    readonly headers: Headers;
    readonly initiator: CodeLocation | null;
  };
  readonly preflight: {
    readonly reasons: readonly PreflightReason[];
    readonly request: { readonly headers: Headers };
    readonly response: { readonly status: number; readonly headers: Headers } | null;
    readonly error: string | null;
  } | null;
  readonly redirects: readonly { readonly url: string; readonly status: number; readonly headers: Headers }[];
  readonly response: { readonly status: number; readonly headers: Headers; readonly fromCache: boolean } | null;
  readonly outcome: { readonly result: 'blocked' | 'unknown'; readonly evidence: Outcome['evidence']; readonly error: string | null };
  readonly engines: EngineVerdicts;
  readonly problems: readonly {
    readonly code: string;
    readonly stage: Stage;
    readonly header: string | null;
    readonly value: string | null;
    readonly expected: string | null;
    readonly explanation: string;
    readonly spec: string;
  }[];
  readonly cause: Cause;
  readonly explanation: {
    readonly headline: string;
    readonly detail: string;
    readonly responsible: Responsible;
    readonly checklist: readonly ChecklistItem[];
    /** What the page's own code can do (an addition to the contract). */
    readonly pageAdvice: readonly string[];
  };
  readonly fix: {
    readonly preflight: { readonly status: number; readonly headers: Headers } | null;
    readonly redirects: readonly { readonly headers: Headers }[];
    readonly response: { readonly headers: Headers } | null;
    readonly notes: readonly string[];
    /** The whole of it for programs, with every preflight (additions to the contract): header fields, by the hop whose answer needs them. */
    readonly edits: Fix['edits'];
    /** The statuses that preflights need. */
    readonly statuses: Fix['statuses'];
    /** What each hop asks for. */
    readonly requests: Fix['requests'];
  } | null;
  readonly occurrences: readonly { readonly startedAt: string; readonly url: string }[];
}

export interface ReportAdvice {
  readonly code: string;
  readonly url: string;
  readonly explanation: string;
}

export interface Report {
  readonly schema: 'cors-devtools/report@1';
  readonly generator: { readonly name: 'cors-devtools'; readonly version: string };
  readonly browser: BrowserInfo;
  /** RFC 3339, as are all dates here. */
  readonly createdAt: string;
  readonly page: { readonly url: string };
  readonly recording: {
    readonly startedAt: string;
    readonly requests: number;
    readonly crossOrigin: number;
    readonly preflights: number;
    readonly dropped: number;
    readonly incomplete: number;
  };
  readonly redacted: boolean;
  readonly failures: readonly ReportFailure[];
  readonly advice: readonly ReportAdvice[];
}
