/** Whether our verdict is the browser's own. */
import type { BrowserVerdict, ChromiumVerdict, Engine } from '../../src/launch/inspected-browser.ts';
import type { ReportFailure } from '../../src/model.ts';
import type { Line } from '../oracle.ts';
import { TELLS_THE_PAGE } from './asked.ts';
import type { Played } from './play.ts';
import { playScenario } from './scenarios.ts';

/** What is compared: null where nothing was blocked. */
export interface Word {
  readonly isBlocked: boolean;
  /** Chromium's `corsError` and its failed parameter; Firefox's reason. */
  readonly error: string | null;
  readonly parameter: string;
}

const ALLOWED: Word = { isBlocked: false, error: null, parameter: '' };

/** Firefox says it after the true reason, of any failed preflight. */
const FOLLOW_UP = 'CORSDidNotSucceed';
/** A word about the future, which stops nothing. */
const WARNING = 'CORSAllowHeaderFromPreflightDeprecation';
/** What Chromium says of a request that the page itself calls off, and of one that it makes again by itself. */
const NO_FAILURE: ReadonlySet<string> = new Set(['net::ERR_ABORTED', 'net::ERR_CACHE_MISS']);

const isFailure = ({ errorText }: ChromiumVerdict): boolean => !NO_FAILURE.has(errorText);

const chromiumWord = (verdicts: readonly BrowserVerdict[], isRefused: boolean | null): Word => {
  const failed = verdicts.flatMap(verdict => (verdict.engine === 'chromium' && isFailure(verdict) ? [verdict] : []));
  if (!(isRefused ?? failed.length > 0)) return ALLOWED;
  const said = failed.flatMap(verdict => (verdict.corsError === null ? [] : [verdict])).at(-1);
  return { isBlocked: true, error: said?.corsError ?? null, parameter: said?.failedParameter ?? '' };
};
const firefoxWord = (verdicts: readonly BrowserVerdict[], isRefused: boolean | null): Word => {
  const said = verdicts.flatMap(verdict => (verdict.engine === 'firefox' && verdict.reason !== WARNING ? [verdict.reason] : []));
  if (!(isRefused ?? said.length > 0)) return ALLOWED;
  return { isBlocked: true, error: said.find(reason => reason !== FOLLOW_UP) ?? said[0] ?? null, parameter: '' };
};

export const browserWord = (engine: Engine, { outcome, verdicts, scenario }: Played): Word => {
  const isRefused = outcome === null || !TELLS_THE_PAGE.has(scenario.asked.by) ? null : outcome.result === 'refused';
  return engine === 'chromium' ? chromiumWord(verdicts, isRefused) : firefoxWord(verdicts, isRefused);
};

export const ourWord = (engine: Engine, failure: ReportFailure | undefined): Word => {
  if (failure === undefined) return ALLOWED;
  const { chromium, firefox } = failure.engines;
  if (engine === 'firefox') return { isBlocked: firefox.blocked, error: firefox.reason, parameter: '' };
  return { isBlocked: chromium.blocked, error: chromium.corsError, parameter: chromium.corsError === null ? '' : (chromium.failedParameter ?? '') };
};

export interface Disagreement {
  readonly played: Played;
  readonly browser: Word;
  readonly ours: Word;
  /** Whether ours rests on something that nothing which an extension sees tells, and says that it is assumed. */
  readonly isAssumed: boolean;
}

/** A refused preflight shows nothing of the credentials mode; a request that sends no cookie within its site neither. */
const assumesCredentials = ({ scenario, failures }: Played): boolean => {
  const credentials = failures[0]?.request.credentials;
  return credentials?.basis === 'assumed' && (credentials.value === 'include') !== (scenario.asked.credentials === 'include');
};
/**
 * Of several refused headers Chromium names the first in the order of its own table of headers, of which the network log shows
 * another copy.
 */
const assumesHeader = ({ failures }: Played, browser: Word, ours: Word): boolean =>
  browser.error === 'HeaderDisallowedByPreflightResponse' &&
  browser.error === ours.error &&
  (failures[0]?.problems.filter(({ code }) => code === 'header-not-allowed').length ?? 0) > 1;
/** Firefox joins lines, and its network log does not always supply them: one line or several are both possible. */
const assumesLines = (engine: Engine, browser: Word, ours: Word): boolean =>
  engine === 'firefox' && ours.error === 'CORSMultipleAllowOriginNotAllowed' && browser.error === 'CORSAllowOriginNotMatchingOrigin';

/** Whether CORS has a say: a request that stays within its origin is none of our business, whatever becomes of it. */
const crossesOrigins = (engine: Engine, { scenario }: Played): boolean => {
  const { asked } = scenario;
  const deviations = { authorizationCoveredByWildcard: true, userinfoRefusedEverywhere: engine === 'chromium' };
  const { hops } = playScenario(scenario, deviations);
  return hops.some(({ url, request }) => new URL(url).origin !== asked.origin || leadsAway(request?.answer.lines ?? [], url, asked.origin));
};
const leadsAway = (lines: readonly Line[], url: string, origin: string): boolean =>
  lines.some(([name, value]) => name === 'Location' && URL.canParse(value, url) && new URL(value, url).origin !== origin);

/** What the browser did, as far as it is a matter of CORS. */
const wordOnCors = (engine: Engine, played: Played): Word => {
  if (!crossesOrigins(engine, played)) return ALLOWED;
  const word = browserWord(engine, played);
  // What goes wrong with a request that asks for no leave is no failure of CORS.
  return played.scenario.asked.mode === 'no-cors' && word.error === null ? ALLOWED : word;
};
const ourWordOnCors = (engine: Engine, { scenario, failures: [failure] }: Played): Word =>
  scenario.asked.mode === 'no-cors' && failure?.isCors === false ? ALLOWED : ourWord(engine, failure);

/** null where both say the same. */
export const disagreement = (engine: Engine, played: Played): Disagreement | null => {
  const [browser, ours] = [wordOnCors(engine, played), ourWordOnCors(engine, played)];
  const isSame = browser.isBlocked === ours.isBlocked && browser.error === ours.error && browser.parameter === ours.parameter;
  return isSame && played.failures.length <= 1
    ? null
    : { played, browser, ours, isAssumed: assumesCredentials(played) || assumesHeader(played, browser, ours) || assumesLines(engine, browser, ours) };
};
