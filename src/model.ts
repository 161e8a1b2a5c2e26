/**
 * The five nouns of the pipeline, types only. Data flows one way:
 * Observation → Exchange → Verdict → Explanation → Report.
 *
 * Every string in an Observation or an Exchange that came from the network is hostile text.
 */

// ---------------------------------------------------------------- headers

/** One header field line (RFC 9110, 5.1). A field sent on two lines is two of these, in the order received. */
export interface Header {
  /** As sent: the case is kept. */
  readonly name: string;
  /** Without leading and trailing white space. */
  readonly value: string;
}

export type Headers = readonly Header[];

// ---------------------------------------------------------------- Observation

/** What every webRequest event of either browser tells. */
export interface ObservedRequest {
  /** Unique within a browser session; a preflight has one of its own. Redirect hops share it. */
  readonly requestId: string;
  /** -1 where the request belongs to no tab (a service worker's). */
  readonly tabId: number;
  /** 0 is the tab's own page; -1 where the request belongs to no frame. */
  readonly frameId: number;
  /** The document that asked; null where the browser does not tell (Firefox before 153). */
  readonly documentId: string | null;
  readonly url: string;
  readonly method: string;
  /** A WebExtensions `webRequest.ResourceType`. */
  readonly type: string;
  /** The serialized origin of whoever asked ("null" included); null where the browser does not tell. */
  readonly initiator: string | null;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** One webRequest event, the same shape for both browsers. */
export type Observation = ObservedRequest &
  (
    | { readonly kind: 'started' }
    | { readonly kind: 'sent'; readonly headers: Headers }
    /** onHeadersReceived: what the server itself answered. */
    | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers }
    | {
        readonly kind: 'redirected';
        readonly status: number;
        readonly headers: Headers;
        readonly to: string;
        readonly fromCache: boolean;
        readonly ip: string | null;
      }
    /** onResponseStarted: what the page's side was given, after other extensions. */
    | { readonly kind: 'delivered'; readonly status: number; readonly headers: Headers; readonly fromCache: boolean; readonly ip: string | null }
    | { readonly kind: 'completed'; readonly status: number; readonly fromCache: boolean }
    | { readonly kind: 'failed'; readonly error: string; readonly fromCache: boolean }
  );

// ---------------------------------------------------------------- Exchange

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
  /**
   * What Chromium would have sent, in the order in which it checks them, where the request never went out (a refused
   * preflight); null elsewhere.
   */
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
}

// ---------------------------------------------------------------- Verdict

/** observed: seen on the wire; inferred: the only value that agrees with what the browser did; assumed: neither. */
export type Basis = 'observed' | 'inferred' | 'assumed';

export interface Known<T> {
  readonly value: T;
  readonly basis: Basis;
}

/** A request's mode (Fetch, 2.2.5). */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket' | 'unknown';
/** A request's credentials mode (Fetch, 2.2.5). */
export type CredentialsMode = 'include' | 'same-origin' | 'omit' | 'unknown';

/** Where an exchange stopped. */
export type Stage = 'preflight' | 'redirect' | 'response' | 'network';

/** Why an Access-Control-Allow-Origin that parses as a URL is not the request's origin. The first that applies, in this order. */
export type OriginDifference =
  | 'null'
  | 'pattern'
  | 'no-scheme'
  | 'trailing-slash'
  | 'path'
  | 'case'
  | 'userinfo'
  | 'default-port'
  | 'scheme'
  | 'port'
  | 'host'
  | 'several';
/** Why an Access-Control-Allow-Origin is not an origin at all. */
export type OriginMalformation = 'empty' | 'pattern' | 'no-scheme' | 'quoted' | 'not-an-origin';

interface FailureAt {
  readonly stage: Stage;
  /** Index into `Exchange.hops`. */
  readonly hop: number;
}

/** The CORS check (Fetch, 4.9). Of the preflight's answer (stage preflight), of a redirect's, or of the final response's. */
type CorsCheckFailure =
  | { readonly code: 'allow-origin-missing'; readonly status: number }
  | { readonly code: 'allow-origin-wildcard-with-credentials' }
  /** More than one value: `lines` of the field, or one line with a list; unknown where the browser joins lines. */
  | { readonly code: 'allow-origin-multiple'; readonly value: string; readonly because: 'lines' | 'list' | 'lines-or-list' }
  | { readonly code: 'allow-origin-invalid'; readonly value: string; readonly because: OriginMalformation }
  | { readonly code: 'allow-origin-mismatch'; readonly value: string; readonly because: OriginDifference }
  | { readonly code: 'allow-credentials-missing' }
  | { readonly code: 'allow-credentials-invalid'; readonly value: string; readonly because: 'case' | 'several' | 'value' };

/** CORS-preflight fetch (Fetch, 4.8). */
type PreflightFailure =
  | { readonly code: 'preflight-status'; readonly status: number }
  | { readonly code: 'preflight-redirect'; readonly status: number; readonly location: string | null }
  | { readonly code: 'allow-methods-invalid'; readonly value: string }
  | { readonly code: 'allow-headers-invalid'; readonly value: string }
  | {
      readonly code: 'method-not-allowed';
      readonly method: string;
      readonly value: string | null;
      readonly because: 'absent' | 'case' | 'wildcard-with-credentials';
    }
  | {
      readonly code: 'header-not-allowed';
      readonly header: string;
      readonly value: string | null;
      readonly because: 'absent' | 'wildcard-with-credentials';
    };

/** HTTP-redirect fetch (Fetch, 4.4). */
type RedirectFailure =
  | { readonly code: 'redirect-with-userinfo'; readonly location: string }
  | { readonly code: 'redirect-scheme'; readonly location: string; readonly scheme: string };

/** Not a rule of the CORS protocol, although the page sees the same error. `error` is the browser's own name of it. */
export type NetworkCode =
  | 'connection-refused'
  | 'name-not-resolved'
  | 'connection-lost'
  | 'timed-out'
  | 'offline'
  | 'address-unreachable'
  | 'tls-failed'
  | 'certificate-rejected'
  | 'response-malformed'
  | 'too-many-redirects'
  | 'redirect-malformed'
  | 'blocked-by-extension'
  | 'blocked-by-csp'
  | 'blocked-by-corp'
  | 'blocked-by-orb'
  | 'mixed-content'
  | 'local-network-access'
  | 'port-blocked'
  | 'network-error';

type NetworkFailure = { readonly code: NetworkCode; readonly error: string };

/** The browser refused, no rule that can be seen was broken, and no error names the reason. */
type UnexplainedFailure = { readonly code: 'unexplained'; readonly error: string };

/** Evidence of one broken rule, never a sentence. A code is stable for ever: it is in exported reports. */
export type Failure = FailureAt & (CorsCheckFailure | PreflightFailure | RedirectFailure | NetworkFailure | UnexplainedFailure);

export type FailureCode = Failure['code'];
export type FailureOf<C extends FailureCode> = Extract<Failure, { readonly code: C }>;

/** Why the browser asked first (Fetch, 4.6 "HTTP fetch" and 2.2.2). `value` is the method, the header's name or the content type; null where it cannot be seen. */
export interface PreflightReason {
  readonly kind: 'method' | 'header' | 'content-type' | 'upload-listener' | 'stream-body' | 'unknown';
  readonly value: string | null;
}

/** What each engine makes of the same headers, in that engine's own terms. */
export interface EngineVerdicts {
  /** `corsError` is a value of the DevTools protocol's `Network.CorsError`. */
  readonly chromium: { readonly blocked: boolean; readonly corsError: string | null; readonly failedParameter: string | null };
  /** `reason` is the reason's page name on MDN, such as CORSMissingAllowOrigin. */
  readonly firefox: { readonly blocked: boolean; readonly reason: string | null };
  readonly safari: { readonly blocked: boolean };
}

export interface Outcome {
  /** pending: still in flight. cancelled: the page itself gave up (navigation, AbortController). */
  readonly result: 'allowed' | 'blocked' | 'unknown' | 'pending' | 'cancelled';
  /** error: the browser reported the request as failed; resource-timing: the page's own timing entry; rules: only the evaluator says so. */
  readonly evidence: 'error' | 'resource-timing' | 'rules';
  readonly error: string | null;
}

/** What the CORS protocol makes of an exchange. */
export interface Verdict {
  /** Whether any hop crosses origins: the rest says nothing of interest where it does not. */
  readonly crossOrigin: boolean;
  /** The serialized origin that the page sent (the one it was asked with at the first hop); "null" included. */
  readonly origin: Known<string>;
  readonly mode: Known<RequestMode>;
  readonly credentials: Known<CredentialsMode>;
  /** One entry a hop: the serialized origin which that hop is judged with ("null" once redirect-tainted). */
  readonly hopOrigins: readonly string[];
  /** One entry a hop: why that hop needed a preflight; empty where none was seen. */
  readonly preflightReasons: readonly (readonly PreflightReason[])[];
  readonly outcome: Outcome;
  /** Every rule broken, in the standard's order. Empty when the browser let the request through or it is pending. */
  readonly failures: readonly Failure[];
  readonly engines: EngineVerdicts;
  /** Where the browser's word and the rules disagree: the browser refused what the rules allow, or the other way round. */
  readonly disagreement: 'browser-refused' | 'browser-allowed' | null;
}

// ---------------------------------------------------------------- Explanation

export type Responsible = 'server' | 'page' | 'gateway' | 'network' | 'browser' | 'extension' | 'nobody';

/** One header field to set on an answer: it replaces every line of that name; every other line stays. */
export interface HeaderEdit {
  readonly target: 'preflight' | 'redirect' | 'response';
  /** Index into `Exchange.hops`: whose preflight, whose redirect answer, whose response. */
  readonly hop: number;
  readonly name: string;
  readonly value: string;
}

/** The smallest change to the server's answers that makes every rule pass, proved by judging the exchange again. */
export interface Fix {
  readonly edits: readonly HeaderEdit[];
  /** One entry for each preflight whose status must change too: hop → status to answer with. */
  readonly statuses: readonly { readonly hop: number; readonly status: number }[];
  /** Plain sentences: what to mind when applying it. */
  readonly notes: readonly string[];
}

/** One broken rule in words. */
export interface Problem {
  readonly code: FailureCode;
  readonly stage: Stage;
  /** Index into `Exchange.hops`. */
  readonly hop: number;
  /** The response header that the rule is about; null where it is about none. */
  readonly header: string | null;
  /** What was received; null where nothing was. */
  readonly received: string | null;
  /** What would have passed; null where no value can. */
  readonly expected: string | null;
  readonly explanation: string;
  /** URL of the clause. */
  readonly spec: string;
}

export interface Cause {
  /** kebab-case, stable. */
  readonly code: string;
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly explanation: string;
}

export interface ChecklistItem {
  readonly question: string;
  readonly answer: string;
}

export interface Explanation {
  /** The code of the first problem. */
  readonly code: FailureCode;
  readonly stage: Stage;
  readonly isCors: boolean;
  /** One sentence of at most 160 characters, with the real origins in it. */
  readonly headline: string;
  readonly detail: string;
  readonly responsible: Responsible;
  /** Exactly four. */
  readonly checklist: readonly ChecklistItem[];
  /** Never empty, in the standard's order. */
  readonly problems: readonly Problem[];
  readonly cause: Cause;
  /** null where no answer of the server's can help. */
  readonly fix: Fix | null;
  /** What the page's own code can do about it; empty where nothing. Plain sentences. */
  readonly pageAdvice: readonly string[];
}

// ---------------------------------------------------------------- the recording

/** The page that a tab shows, and what was recorded of it. */
export interface Recording {
  readonly tabId: number;
  /** The tab's page; "" until known. */
  readonly pageUrl: string;
  readonly startedAt: number;
  /** Requests of any kind that were seen, same-origin ones included. */
  readonly requests: number;
  /** Exchanges that the bounded log let go. */
  readonly dropped: number;
  /** Whether the page was loaded before recording began, so that some of its requests were missed. */
  readonly missedLoad: boolean;
}

/** Which browser this is. */
export interface BrowserInfo {
  readonly engine: 'chromium' | 'firefox';
  readonly version: string;
}

// ---------------------------------------------------------------- Report (contracts: cors-devtools/report@1)

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
