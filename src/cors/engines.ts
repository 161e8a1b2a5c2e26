import type { EngineVerdicts, Failure, FailureCode, Headers, NetworkCode } from '../model.ts';
import type { Chain } from './chain.ts';
import { includesCredentials, isHttpScheme, isPotentiallyTrustworthy, parseUrl } from './origin.ts';
import type { PreflightDeviation } from './preflight.ts';

/**
 * Where the engines differ, as data. Everything here was measured in Chromium 156 and Firefox ESR 153;
 * test/cors/recorded.ts holds what each said, case by case.
 */

export type Engine = 'chromium' | 'firefox';

/** The codes that are rules of the CORS protocol. */
type RuleCode = Exclude<FailureCode, NetworkCode | 'unexplained'>;

/** A code, refined where an engine has two words for it. `network` stands for every other code. */
type Kind =
  | RuleCode
  /** One line with several values, or lines that the engine does not count. */
  | 'allow-origin-multiple/list'
  | 'preflight-redirect/malformed'
  /** A preflight's redirect to where no redirect may lead: another scheme, or userinfo. */
  | 'preflight-redirect/unfollowable'
  /** A redirect that the engine stops before it looks at any header. */
  | 'redirect-scheme/stopped'
  | 'redirect-malformed'
  | 'network';

interface EngineRow extends PreflightDeviation {
  /** In which order the engine decides about one answer. */
  readonly order: readonly Kind[];
  /** Whether lines of Access-Control-Allow-Origin are counted only where their name has exactly these capitals (HTTP/2 has none). */
  readonly countsExactNamesOnly: boolean;
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
    countsExactNamesOnly: false,
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
      'network',
    ],
    stoppedSchemes: new Set(['data', 'file', 'about', 'blob', 'filesystem', 'chrome', 'chrome-extension', 'devtools']),
  },
  firefox: {
    authorizationCoveredByWildcard: true,
    countsExactNamesOnly: true,
    order: [
      'network',
      'redirect-malformed',
      'redirect-scheme/stopped',
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
type Parameter = 'value' | 'method' | 'header' | 'none';

interface ChromiumNames {
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
const CHROMIUM_NAMES = {
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
  // Of several, Chromium names the first that it would have sent, which the sorted list of the preflight does not tell.
  'header-not-allowed': preflightOnly('HeaderDisallowedByPreflightResponse', 'header'),
  'redirect-with-userinfo': redirectOnly('RedirectContainsCredentials'),
  'redirect-scheme': redirectOnly('CorsDisabledScheme'),
  'redirect-scheme/stopped': UNNAMED,
  'redirect-malformed': UNNAMED,
  network: UNNAMED,
} satisfies Record<Kind, ChromiumNames>;

/** https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors; the console's categories carry a version number more. */
const FIREFOX_REASONS = {
  'allow-origin-missing': 'CORSMissingAllowOrigin',
  'allow-origin-wildcard-with-credentials': 'CORSNotSupportingCredentials',
  // Where lines are not known apart: a value repeated most often comes from two layers that each added a line.
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
  'redirect-malformed': 'CORSDidNotSucceed',
  network: 'CORSDidNotSucceed',
} satisfies Record<Kind, string>;

/** What Firefox's network stack stops: its CORS code then speaks only where the request had crossed origins. */
const BELOW_CORS: ReadonlySet<Kind> = new Set<Kind>(['network', 'redirect-malformed', 'redirect-scheme/stopped']);

/** Any base does: only what the location itself says counts. */
const BASE = 'http://base.invalid/';

function kindOfPreflightRedirect(location: string | null): Kind {
  const url = location === null ? null : parseUrl(location, BASE);
  if (url === null) return 'preflight-redirect/malformed';
  return isHttpScheme(url) && !includesCredentials(url) ? 'preflight-redirect' : 'preflight-redirect/unfollowable';
}

/** Not a rule of CORS for every code that the table of orders does not have. */
const isKind = (code: FailureCode): code is FailureCode & Kind => Object.hasOwn(CHROMIUM_NAMES, code);

function kindOf(failure: Failure, row: EngineRow): Kind {
  switch (failure.code) {
    case 'allow-origin-multiple':
      return failure.because === 'list' || (row.countsExactNamesOnly && !failure.exactName) ? 'allow-origin-multiple/list' : failure.code;
    case 'preflight-redirect':
      return kindOfPreflightRedirect(failure.location);
    case 'redirect-scheme':
      return row.stoppedSchemes.has(failure.scheme) ? 'redirect-scheme/stopped' : failure.code;
    default:
      return isKind(failure.code) ? failure.code : 'network';
  }
}

/** The failure that an engine meets first: hop by hop, a preflight before its request, then in the engine's own order. */
function firstFor(failures: readonly Failure[], row: EngineRow): Failure | null {
  const rank = (failure: Failure) =>
    (failure.hop * 2 + (failure.stage === 'preflight' ? 0 : 1)) * row.order.length + row.order.indexOf(kindOf(failure, row));
  let first: Failure | null = null;
  for (const failure of failures) if (first === null || rank(failure) < rank(first)) first = failure;
  return first;
}

/** What stands for bytes that are not UTF-8. */
const UNDECODABLE = '\ufffd';

function parameterOf(failure: Failure, parameter: Parameter): string {
  // Chromium hands no value on that its protocol's text could not hold.
  if (parameter === 'value' && 'value' in failure) return failure.value?.includes(UNDECODABLE) ? '' : (failure.value ?? '');
  if (parameter === 'method' && 'method' in failure) return failure.method;
  if (parameter === 'header' && 'header' in failure) return failure.header;
  return '';
}

/** Of the headers that one answer refuses, the one that Chromium would have sent first, where that is known. */
function firstSent(first: Failure, failures: readonly Failure[], sent: Headers): Failure {
  for (const { name } of sent) {
    const lowerName = name.toLowerCase();
    const refused = failures.find(failure => failure.hop === first.hop && failure.code === 'header-not-allowed' && failure.header === lowerName);
    if (refused !== undefined) return refused;
  }
  return first;
}

const NOT_BLOCKED_BY_CHROMIUM: EngineVerdicts['chromium'] = { blocked: false, corsError: null, failedParameter: null };
const NOT_BLOCKED_BY_FIREFOX: EngineVerdicts['firefox'] = { blocked: false, reason: null };
const NOT_BLOCKED: EngineVerdicts = { chromium: NOT_BLOCKED_BY_CHROMIUM, firefox: NOT_BLOCKED_BY_FIREFOX, safari: { blocked: false } };

function chromiumVerdict(failures: readonly Failure[], origin: string, sent: Headers | null): EngineVerdicts['chromium'] {
  let first = firstFor(failures, ENGINES.chromium);
  if (first === null) return NOT_BLOCKED_BY_CHROMIUM;
  if (first.code === 'header-not-allowed' && sent !== null) first = firstSent(first, failures, sent);
  if (first.code === 'local-network-access') {
    const corsError = isPotentiallyTrustworthy(origin) ? 'LocalNetworkAccessPermissionDenied' : 'InsecureLocalNetwork';
    return { blocked: true, corsError, failedParameter: '' };
  }
  const names: ChromiumNames = CHROMIUM_NAMES[kindOf(first, ENGINES.chromium)];
  const corsError = first.stage === 'preflight' ? names.preflight : names.response;
  return { blocked: true, corsError, failedParameter: corsError === null ? null : parameterOf(first, names.parameter) };
}

function firefoxVerdict(failures: readonly Failure[], isCorsTainted: readonly boolean[]): EngineVerdicts['firefox'] {
  const first = firstFor(failures, ENGINES.firefox);
  if (first === null) return NOT_BLOCKED_BY_FIREFOX;
  const kind = kindOf(first, ENGINES.firefox);
  return { blocked: true, reason: BELOW_CORS.has(kind) && isCorsTainted[first.hop] !== true ? null : FIREFOX_REASONS[kind] };
}

/**
 * What each engine makes of the same answers, in its own words.
 *
 * @param engine the browser in which the exchange was recorded: what no rule explains is known of it alone
 */
export function engineVerdicts(failures: readonly Failure[], engine: Engine, { exchange, origin, isCorsTainted }: Chain): EngineVerdicts {
  if (failures.length === 0) return NOT_BLOCKED;
  if (failures[0]?.code === 'unexplained') {
    return {
      chromium: engine === 'chromium' ? { blocked: true, corsError: null, failedParameter: null } : NOT_BLOCKED_BY_CHROMIUM,
      firefox: engine === 'firefox' ? { blocked: true, reason: null } : NOT_BLOCKED_BY_FIREFOX,
      safari: { blocked: false },
    };
  }
  return {
    chromium: chromiumVerdict(failures, origin.value, exchange.log?.requestHeaders ?? null),
    firefox: firefoxVerdict(failures, isCorsTainted),
    // Safari has no Local Network Access.
    safari: { blocked: failures.some(({ code }) => code !== 'local-network-access') },
  };
}
