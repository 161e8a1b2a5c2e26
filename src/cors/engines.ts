import type { FailureCode, NetworkCode } from '../model.ts';
import type { PreflightDeviation } from './preflight.ts';

/**
 * Where the engines differ, as data. Everything here was measured in Chromium 156 and Firefox ESR 153;
 * test/cors/recorded.ts holds what each said, case by case.
 */

export type Engine = 'chromium' | 'firefox';

/** The codes that are rules of the CORS protocol. */
type RuleCode = Exclude<FailureCode, NetworkCode | 'unexplained'>;

/** A code, refined where an engine has two words for it. `network` stands for every other code. */
export type Kind =
  | RuleCode
  /** One line with several values, or lines that the engine does not count. */
  | 'allow-origin-multiple/list'
  | 'preflight-redirect/malformed'
  /** A preflight's redirect to where no redirect may lead: another scheme, or userinfo. */
  | 'preflight-redirect/unfollowable'
  /** A redirect that the engine stops before it looks at any header. */
  | 'redirect-scheme/stopped'
  | 'redirect-malformed'
  | 'network'
  /** A connection that was closed before a byte of the answer came, and the request made again in vain. */
  | 'network/unanswered';

/** What Firefox calls that, of PUT alone, of which it makes an error of CORS (measured in Firefox 153; the second in shared workers). */
export const UNANSWERED: ReadonlySet<string> = new Set(['NS_ERROR_NET_ON_RECEIVING_FROM', 'NS_ERROR_DOM_BAD_URI']);

export interface EngineRow extends PreflightDeviation {
  /** In which order the engine decides about one answer. Of several failures of one kind, it may name any. */
  readonly order: readonly Kind[];
  /** Whether lines of Access-Control-Allow-Origin are counted only where their name has exactly these capitals (HTTP/2 has none). */
  readonly countsExactNamesOnly: boolean;
  /**
   * Whether Sec-Fetch-Storage-Access goes with every request across sites that has credentials, or only with those of which
   * the engine says which document asked: Firefox says it, and sends it, neither for workers nor for fetches with `keepalive`,
   * nor after a redirect.
   */
  readonly tellsStorageAccessOf: 'all' | 'documents';
  /** Whether shared workers may be redirected to insecure URLs. */
  readonly letsSharedWorkersLeaveTls: boolean;
  /** The schemes (without colon) at which the engine's network stack, not its CORS code, stops a redirect. */
  readonly stoppedSchemes: ReadonlySet<string>;
}

const CORS_CHECK: readonly Kind[] = [
  'allow-origin-missing',
  'allow-origin-wildcard-with-credentials',
  'allow-origin-multiple',
  'allow-origin-multiple/list',
  'allow-origin-invalid',
  'allow-origin-mismatch',
  'allow-credentials-missing',
  'allow-credentials-invalid',
];
const PREFLIGHT_REDIRECT: readonly Kind[] = ['preflight-redirect', 'preflight-redirect/malformed', 'preflight-redirect/unfollowable'];

export const ENGINES = {
  chromium: {
    authorizationCoveredByWildcard: true,
    checksOwnOrigin: true,
    preflightOrigin: 'request',
    countsExactNamesOnly: false,
    tellsStorageAccessOf: 'all',
    letsSharedWorkersLeaveTls: true,
    order: [
      'redirect-malformed',
      ...PREFLIGHT_REDIRECT,
      ...CORS_CHECK,
      'preflight-status',
      'allow-methods-invalid',
      'allow-headers-invalid',
      'method-not-allowed',
      'header-not-allowed',
      'redirect-with-userinfo',
      'redirect-scheme',
      'redirect-scheme/stopped',
      'redirect-insecure',
      'network',
      'network/unanswered',
    ],
    stoppedSchemes: new Set(['data', 'file', 'about', 'blob', 'filesystem', 'chrome', 'chrome-extension', 'devtools']),
  },
  firefox: {
    authorizationCoveredByWildcard: true,
    checksOwnOrigin: false,
    preflightOrigin: 'page',
    countsExactNamesOnly: true,
    tellsStorageAccessOf: 'documents',
    letsSharedWorkersLeaveTls: false,
    order: [
      'network',
      'network/unanswered',
      'redirect-malformed',
      'redirect-scheme/stopped',
      'redirect-insecure',
      ...CORS_CHECK,
      ...PREFLIGHT_REDIRECT,
      'preflight-status',
      'allow-methods-invalid',
      'method-not-allowed',
      'allow-headers-invalid',
      'header-not-allowed',
      'redirect-with-userinfo',
      'redirect-scheme',
    ],
    stoppedSchemes: new Set(['data', 'file', 'javascript', 'ws', 'wss', 'blob', 'moz-extension']),
  },
} as const satisfies Record<Engine, EngineRow>;

/** What of the evidence Chromium hands on as `failedParameter`; none: the empty string. */
export type Parameter = 'value' | 'method' | 'header' | 'none';

export interface ChromiumNames {
  /** Values of `Network.CorsError`; null where Chromium reports the failure without one. */
  readonly response: string | null;
  readonly preflight: string | null;
  readonly parameter: Parameter;
}

const checked = (name: string, parameter: Parameter): ChromiumNames => ({ response: name, preflight: `Preflight${name}`, parameter });
const preflightOnly = (name: string | null, parameter: Parameter): ChromiumNames => ({ response: null, preflight: name, parameter });
const redirectOnly = (name: string | null): ChromiumNames => ({ response: name, preflight: null, parameter: 'none' });
const UNNAMED: ChromiumNames = { response: null, preflight: null, parameter: 'none' };

/** https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError */
export const CHROMIUM_NAMES = {
  'allow-origin-missing': checked('MissingAllowOriginHeader', 'none'),
  'allow-origin-wildcard-with-credentials': checked('WildcardOriginNotAllowed', 'none'),
  'allow-origin-multiple': checked('MultipleAllowOriginValues', 'value'),
  'allow-origin-multiple/list': checked('MultipleAllowOriginValues', 'value'),
  'allow-origin-invalid': checked('InvalidAllowOriginValue', 'value'),
  'allow-origin-mismatch': checked('AllowOriginMismatch', 'value'),
  'allow-credentials-missing': checked('InvalidAllowCredentials', 'none'),
  'allow-credentials-invalid': checked('InvalidAllowCredentials', 'value'),
  'preflight-status': preflightOnly('PreflightInvalidStatus', 'none'),
  'preflight-redirect': preflightOnly('PreflightDisallowedRedirect', 'none'),
  'preflight-redirect/malformed': preflightOnly(null, 'none'),
  'preflight-redirect/unfollowable': preflightOnly('PreflightDisallowedRedirect', 'none'),
  'allow-methods-invalid': preflightOnly('InvalidAllowMethodsPreflightResponse', 'none'),
  'allow-headers-invalid': preflightOnly('InvalidAllowHeadersPreflightResponse', 'none'),
  'method-not-allowed': preflightOnly('MethodDisallowedByPreflightResponse', 'method'),
  // Of several, Chromium names the first in the order of its own table of headers, which nothing shows.
  'header-not-allowed': preflightOnly('HeaderDisallowedByPreflightResponse', 'header'),
  'redirect-with-userinfo': redirectOnly('RedirectContainsCredentials'),
  'redirect-scheme': redirectOnly('CorsDisabledScheme'),
  'redirect-scheme/stopped': UNNAMED,
  'redirect-insecure': UNNAMED,
  'redirect-malformed': UNNAMED,
  network: UNNAMED,
  'network/unanswered': UNNAMED,
} satisfies Record<Kind, ChromiumNames>;

/** https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors; the console's categories carry a version number more. */
export const FIREFOX_REASONS = {
  'allow-origin-missing': 'CORSMissingAllowOrigin',
  'allow-origin-wildcard-with-credentials': 'CORSNotSupportingCredentials',
  'allow-origin-multiple': 'CORSMultipleAllowOriginNotAllowed',
  'allow-origin-multiple/list': 'CORSAllowOriginNotMatchingOrigin',
  'allow-origin-invalid': 'CORSAllowOriginNotMatchingOrigin',
  'allow-origin-mismatch': 'CORSAllowOriginNotMatchingOrigin',
  'allow-credentials-missing': 'CORSMissingAllowCredentials',
  'allow-credentials-invalid': 'CORSMissingAllowCredentials',
  'preflight-status': 'CORSPreflightDidNotSucceed',
  'preflight-redirect': 'CORSExternalRedirectNotAllowed',
  'preflight-redirect/malformed': 'CORSDidNotSucceed',
  'preflight-redirect/unfollowable': 'CORSDidNotSucceed',
  'allow-methods-invalid': 'CORSInvalidAllowMethod',
  'allow-headers-invalid': 'CORSInvalidAllowHeader',
  'method-not-allowed': 'CORSMethodNotFound',
  'header-not-allowed': 'CORSMissingAllowHeaderFromPreflight',
  'redirect-with-userinfo': 'CORSDidNotSucceed',
  'redirect-scheme': 'CORSRequestNotHttp',
  'redirect-scheme/stopped': 'CORSDidNotSucceed',
  'redirect-insecure': 'CORSDidNotSucceed',
  'redirect-malformed': 'CORSDidNotSucceed',
  network: 'CORSDidNotSucceed',
  // It looks for the header's lines in an answer that is not there.
  'network/unanswered': 'CORSMultipleAllowOriginNotAllowed',
} satisfies Record<Kind, string>;

/** What Firefox's network stack stops: its CORS code then speaks only where the request had crossed origins. */
export const BELOW_CORS: ReadonlySet<Kind> = new Set<Kind>([
  'network',
  'network/unanswered',
  'redirect-malformed',
  'redirect-scheme/stopped',
  'redirect-insecure',
]);
