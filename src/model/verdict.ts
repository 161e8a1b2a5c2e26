/** What the CORS protocol makes of an exchange: evidence, never a sentence. */

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
  /**
   * More than one value: `lines` of the field, or one line with a list; unknown where the browser joins lines. `exactName`:
   * whether these lines are named exactly `Access-Control-Allow-Origin`, in this case of letters.
   */
  | {
      readonly code: 'allow-origin-multiple';
      readonly value: string;
      readonly because: 'lines' | 'list' | 'lines-or-list';
      readonly exactName: boolean;
    }
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
  | { readonly code: 'redirect-scheme'; readonly location: string; readonly scheme: string }
  /** Mixed content: from a secure page to an insecure URL. No rule of the CORS protocol; `location` is that URL, whole. */
  | { readonly code: 'redirect-insecure'; readonly location: string };

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
  | 'websocket-refused'
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

/** A mode that a request may have had: across origins, "omit" is the same as "same-origin". */
export type PossibleCredentials = 'include' | 'same-origin';

/** What Chromium makes of the answers. `corsError` is a value of the DevTools protocol's `Network.CorsError`. */
export interface ChromiumWord {
  readonly blocked: boolean;
  readonly corsError: string | null;
  readonly failedParameter: string | null;
}

/** What Firefox makes of the answers. `reason` is the reason's page name on MDN, such as CORSMissingAllowOrigin. */
export interface FirefoxWord {
  readonly blocked: boolean;
  readonly reason: string | null;
}

/** What a word rests on that was not seen. */
export interface Condition {
  /** It is the word only if the page asked so; null where it is the word in either mode, or the mode is known. */
  readonly credentials: PossibleCredentials | null;
  /**
   * lines, list: it is the word only if several values of Access-Control-Allow-Origin came so. no-cors: only if the page asked in
   * that mode. unseen: only as far as the answers that were seen go, since this engine would have gone on and asked for more. null where neither changes anything, or it is known.
   */
  readonly because: 'lines' | 'list' | 'no-cors' | 'unseen' | null;
}

export type ChromiumReading = ChromiumWord & Condition;
export type FirefoxReading = FirefoxWord & Condition;

/**
 * What each engine makes of the same headers, in that engine's own terms. Where what was seen leaves several words open,
 * `readings` has them all, and what they differ in is null (`blocked`: false unless all of them block); else it is empty.
 */
export interface EngineVerdicts {
  readonly chromium: ChromiumWord & { readonly readings: readonly ChromiumReading[] };
  readonly firefox: FirefoxWord & { readonly readings: readonly FirefoxReading[] };
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
  /** "unknown" where nothing shows it and it decides what stops the exchange, or whether anything does. */
  readonly credentials: Known<CredentialsMode>;
  /** One entry a hop: the serialized origin which that hop is judged with ("null" once redirect-tainted). */
  readonly hopOrigins: readonly string[];
  /** One entry a hop: why that hop needed a preflight; empty where none was seen. */
  readonly preflightReasons: readonly (readonly PreflightReason[])[];
  readonly outcome: Outcome;
  /**
   * Every rule broken, in the standard's order; where the credentials mode is unknown, by a request without. Empty when the
   * browser let the request through, when it is pending, and when nothing tells whether it was blocked.
   */
  readonly failures: readonly Failure[];
  readonly engines: EngineVerdicts;
  /** Where the browser's word and the rules disagree: the browser refused what the rules allow, or the other way round. */
  readonly disagreement: 'browser-refused' | 'browser-allowed' | null;
}
