import type { ChromiumWord, Condition, Failure, FailureCode, FirefoxWord } from '../model.ts';
import {
  BELOW_CORS,
  CHROMIUM_NAMES,
  type ChromiumNames,
  ENGINES,
  type Engine,
  type EngineRow,
  FIREFOX_REASONS,
  type Kind,
  type Parameter,
  UNANSWERED,
} from './engines.ts';
import { includesCredentials, isHttpScheme, isPotentiallyTrustworthy, parseUrl } from './origin.ts';

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
    case 'connection-lost':
      return UNANSWERED.has(failure.error) ? 'network/unanswered' : 'network';
    default:
      return isKind(failure.code) ? failure.code : 'network';
  }
}

/** A failure that an engine may meet first, and what has to be so for it to be this one. */
export interface Met extends Pick<Condition, 'because'> {
  readonly failure: Failure;
}

/** What a failure may have been: where lines are joined, one of two. */
function addEitherWay(met: Met[], failure: Failure): void {
  if (failure.code !== 'allow-origin-multiple' || failure.because !== 'lines-or-list') met.push({ failure, because: null });
  else for (const because of ['lines', 'list'] as const) met.push({ failure: { ...failure, because }, because });
}

const ranksOf = ({ order }: EngineRow): ReadonlyMap<Kind, number> => new Map(order.map((kind, rank) => [kind, rank]));
const RANKS = { chromium: ranksOf(ENGINES.chromium), firefox: ranksOf(ENGINES.firefox) } satisfies Record<Engine, unknown>;

/** Whether an engine meets this before it looks at the answer's permission, of which it then tells nothing. */
export const isMetBeforeCheck = (failure: Failure, engine: Engine): boolean =>
  (RANKS[engine].get(kindOf(failure, ENGINES[engine])) ?? 0) < (RANKS[engine].get('allow-origin-missing') ?? 0);

/**
 * The failures that an engine may meet first: hop by hop, a preflight before its request, then in the engine's own order.
 * Several where that order does not tell them apart; none where nothing failed.
 */
export function metFirst(failures: readonly Failure[], engine: Engine): readonly Met[] {
  const ranks = RANKS[engine];
  let lowest = Number.POSITIVE_INFINITY;
  let first: Met[] = [];
  for (const failure of failures) {
    const place = failure.hop * 2 + (failure.stage === 'preflight' ? 0 : 1);
    const rank = place * ranks.size + (ranks.get(kindOf(failure, ENGINES[engine])) ?? 0);
    if (rank > lowest) continue;
    if (rank < lowest) first = [];
    lowest = rank;
    addEitherWay(first, failure);
  }
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

/** How Chromium calls what stopped a request of `origin`. */
export function chromiumWord(failure: Failure, origin: string): ChromiumWord {
  if (failure.code === 'local-network-access') {
    const corsError = isPotentiallyTrustworthy(origin) ? 'LocalNetworkAccessPermissionDenied' : 'InsecureLocalNetwork';
    return { blocked: true, corsError, failedParameter: '' };
  }
  const names: ChromiumNames = CHROMIUM_NAMES[kindOf(failure, ENGINES.chromium)];
  const corsError = failure.stage === 'preflight' ? names.preflight : names.response;
  return { blocked: true, corsError, failedParameter: corsError === null ? null : parameterOf(failure, names.parameter) };
}

/** How Firefox calls what stopped a request. */
export function firefoxWord(failure: Failure, isCorsTainted: readonly boolean[]): FirefoxWord {
  const kind = kindOf(failure, ENGINES.firefox);
  return { blocked: true, reason: BELOW_CORS.has(kind) && isCorsTainted[failure.hop] !== true ? null : FIREFOX_REASONS[kind] };
}
