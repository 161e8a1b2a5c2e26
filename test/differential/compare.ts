/** Whether our verdict is the browser's own. */

import { evaluate } from '../../src/cors/evaluate.ts';
import type { BrowserVerdict, ChromiumVerdict, Engine } from '../../src/launch/inspected-browser.ts';
import type { EngineVerdicts, ReportFailure } from '../../src/model.ts';
import { possibleWords } from '../cors/possible-words.ts';
import { type Line, parse } from '../oracle.ts';
import { type Asked, isWorkersOwn, TELLS_THE_PAGE } from './asked.ts';
import { isMixedContent } from './places.ts';
import { lastOf, type Played } from './play.ts';
import { playScenario } from './scenarios.ts';

/** What is compared: null where nothing was blocked. */
export interface Word {
  readonly isBlocked: boolean;
  /** Chromium's `corsError` and its failed parameter; Firefox's reason. */
  readonly error: string | null;
  readonly parameter: string;
  /** The page was refused, and the browser's protocol, which now and then misses a service worker, did not say so. */
  readonly isUnheard?: true;
  /** Of ours: the engine would have gone on, to answers that the recording does not have. */
  readonly isUnfinished?: boolean;
}

const ALLOWED: Word = { isBlocked: false, error: null, parameter: '' };

/** Firefox says it after the true reason, of any failed preflight. */
const FOLLOW_UP = 'CORSDidNotSucceed';
/** A word about the future, which stops nothing. */
const WARNING = 'CORSAllowHeaderFromPreflightDeprecation';
/** What Chromium says of a request that the page itself calls off, and of one that it makes again by itself. */
const NO_FAILURE: ReadonlySet<string> = new Set(['net::ERR_ABORTED', 'net::ERR_CACHE_MISS']);

const isFailure = ({ errorText }: ChromiumVerdict): boolean => !NO_FAILURE.has(errorText);
/** A page that closes a stream ends its service worker's request for it. */
const isStream = (verdict: BrowserVerdict): boolean => verdict.engine === 'chromium' && verdict.resourceType === 'EventSource';
const isClosed = ({ errorText, corsError, resourceType }: ChromiumVerdict, all: readonly BrowserVerdict[]): boolean =>
  resourceType === 'Fetch' && errorText === 'net::ERR_FAILED' && corsError === null && all.some(isStream);

const chromiumWord = (verdicts: readonly BrowserVerdict[], isRefused: boolean | null): Word => {
  const failed = verdicts.flatMap(verdict => (verdict.engine === 'chromium' && isFailure(verdict) && !isClosed(verdict, verdicts) ? [verdict] : []));
  if (!(isRefused ?? failed.length > 0)) return ALLOWED;
  if (failed.length === 0) return { isBlocked: true, error: null, parameter: '', isUnheard: true };
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

const isUnfinished = (said: object): boolean => 'because' in said && said.because === 'unseen';

/** What our verdict says that the engine does; several words where what was seen leaves several open. */
const wordsOf = (engine: Engine, { chromium, firefox }: EngineVerdicts): readonly Word[] =>
  engine === 'firefox'
    ? possibleWords(firefox).map(said => ({ isBlocked: said.blocked, error: said.reason, parameter: '', isUnfinished: isUnfinished(said) }))
    : possibleWords(chromium).map(said => ({
        isBlocked: said.blocked,
        error: said.corsError,
        parameter: said.corsError === null ? '' : (said.failedParameter ?? ''),
        isUnfinished: isUnfinished(said),
      }));

/** Where no failure is reported, the verdict may still be that nobody can tell. */
const verdictsOf = (recordedIn: Engine, { failures, exchanges }: Played): EngineVerdicts | null => {
  // What came before, and passes, may break off all the same where a connection is shared.
  const failure = failures.at(-1);
  if (failure !== undefined) return failure.engines;
  const exchange = lastOf(exchanges);
  const verdict = exchange === undefined ? null : evaluate(exchange, recordedIn);
  return verdict?.outcome.result === 'unknown' && verdict.mode.value === 'cors' ? verdict.engines : null;
};

/** What a recording made in one engine says of another, or of itself. */
export const ourWords = (engine: Engine, recordedIn: Engine, played: Played): readonly Word[] => {
  const verdicts = verdictsOf(recordedIn, played);
  if (verdicts === null) return [ALLOWED];
  const words = wordsOf(engine, verdicts);
  return played.scenario.asked.mode === 'no-cors' ? words.map(word => (word.error === null ? ALLOWED : word)) : words;
};

export interface Comparison {
  readonly played: Played;
  readonly browser: Word;
  readonly ours: readonly Word[];
  /** open: ours names several words, the browser's among them. */
  readonly result: 'same' | 'open' | 'different';
}

/** Whether CORS has a say: a request that stays within its origin is none of our business, whatever becomes of it. */
const crossesOrigins = (engine: Engine, { scenario }: Played): boolean => {
  const { asked, stations } = scenario;
  const deviations = { authorizationCoveredByWildcard: true, userinfoRefusedEverywhere: engine === 'chromium' };
  const { hops } = playScenario(scenario, deviations);
  // What breaks off leads nowhere.
  const end = stations.findIndex(({ answer }) => answer.cut === 'before' || answer.cut === 'head');
  return hops
    .slice(0, end < 0 ? hops.length : end + 1)
    .some(
      ({ url, request }, hop) => new URL(url).origin !== asked.origin || (hop !== end && leadsAway(request?.answer.lines ?? [], url, asked.origin)),
    );
};
const leadsAway = (lines: readonly Line[], url: string, origin: string): boolean =>
  lines.some(([name, value]) => name === 'Location' && (parse(value, url)?.origin ?? origin) !== origin);

/** Chromium does not stop every redirect to a user's name within the page's own origin: what it says of CORS shows that it went on. */
const hasCrossed = (engine: Engine, { error }: Word): boolean => engine === 'chromium' && error !== null && error !== 'RedirectContainsCredentials';

/**
 * Whether a request is mixed content and never sent. Chromium asks for pictures over TLS instead; Firefox lets them pass unless a
 * service worker fetches them, and does not count what stands around a frame.
 */
const isKeptBack = (engine: Engine, { page, from, by, url, handling }: Asked): boolean => {
  if (!isMixedContent(page, url)) return false;
  if (engine === 'chromium') return by !== 'image';
  return from !== 'cross-site-frame' && from !== 'public-frame' && (by !== 'image' || handling === 'fetches');
};

/** What the browser did, as far as it is a matter of CORS. */
export const wordOnCors = (engine: Engine, played: Played): Word => {
  const { asked } = played.scenario;
  // What may not be asked for never gets as far as a service worker; of that, Firefox shows an extension nothing.
  if (isKeptBack(engine, asked) ? engine === 'firefox' : isWorkersOwn(asked) && asked.handling !== 'fetches-opaque') return ALLOWED;
  const word = browserWord(engine, played);
  if (!crossesOrigins(engine, played) && !hasCrossed(engine, word)) return ALLOWED;
  // What goes wrong with a request that asks for no leave is no failure of CORS.
  return played.scenario.asked.mode === 'no-cors' && word.error === null ? ALLOWED : word;
};
const isSame = (a: Word, b: Word): boolean => a.isBlocked === b.isBlocked && (b.isUnheard || (a.error === b.error && a.parameter === b.parameter));

export const compareWords = (browser: Word, ours: readonly Word[]): Comparison['result'] => {
  if (ours.some(word => word.isUnfinished)) return 'open';
  if (!ours.some(word => isSame(word, browser))) return 'different';
  return ours.length > 1 ? 'open' : 'same';
};

/** What Chromium says of a preload that it keeps from a page. */
const isCalledOff = (verdict: BrowserVerdict): boolean => verdict.engine === 'chromium' && verdict.errorText === 'net::ERR_ABORTED';

/** Of an element or a stream that failed, Firefox says nothing where CORS did not stop it: whether it was blocked, nobody tells. */
const isUntold = (engine: Engine, { outcome, scenario, verdicts }: Played, browser: Word, [only]: readonly Word[]): boolean =>
  (engine === 'firefox' || (scenario.asked.by === 'preload' && verdicts.some(isCalledOff))) &&
  !TELLS_THE_PAGE.has(scenario.asked.by) &&
  outcome?.result === 'refused' &&
  !browser.isBlocked &&
  only?.error === null;

/** What is said to have been blocked, and not only perhaps. */
const isSaid = ({ outcome }: ReportFailure): boolean => outcome.result === 'blocked';

/** Chromium keeps a redirect to a user's name from the page, and a keepalive request goes on without it: what it meets then nobody is told. */
const goesOnAlone = (engine: Engine, { scenario, verdicts }: Played, { isBlocked }: Word): boolean =>
  engine === 'chromium' &&
  !isBlocked &&
  scenario.asked.by === 'keepalive' &&
  verdicts.some(verdict => verdict.engine === 'chromium' && verdict.blockedReason === 'origin');

/** What becomes of an answer that a service worker hands on is not seen: Firefox says of CORS what the element makes of it. */
const isHandedOn = (engine: Engine, { scenario }: Played, { error }: Word, ours: readonly Word[]): boolean =>
  engine === 'firefox' && scenario.asked.handling === 'fetches' && error === FOLLOW_UP && ours.some(({ isBlocked }) => !isBlocked);

/** What a service worker may not hand on the page is refused, of which the recording does not always tell. */
const isUntoldCopy = ({ scenario }: Played, ours: readonly Word[]): boolean =>
  scenario.asked.handling === 'fetches-opaque' && ours.every(({ isBlocked }) => !isBlocked);

export const compare = (engine: Engine, played: Played): Comparison => {
  const browser = wordOnCors(engine, played);
  const ours = ourWords(engine, engine, played);
  const isNotHeld =
    isUntold(engine, played, browser, ours) ||
    isHandedOn(engine, played, browser, ours) ||
    isUntoldCopy(played, ours) ||
    goesOnAlone(engine, played, browser);
  if (isNotHeld) return { played, browser, ours: [browser], result: 'same' };
  const most = played.scenario.before === null ? 1 : 2;
  return { played, browser, ours, result: played.failures.filter(isSaid).length > most ? 'different' : compareWords(browser, ours) };
};
