import type { ChromiumWord, Condition, EngineVerdicts, Failure, FirefoxWord, PossibleCredentials } from '../model.ts';
import type { Chain } from './chain.ts';
import { chromiumWord, firefoxWord, type Met, metFirst } from './engine-words.ts';
import { ENGINES, type Engine } from './engines.ts';

/** What may have happened: what failed if the page asked so. */
export interface Case {
  /** null where the mode is known. */
  readonly credentials: PossibleCredentials | null;
  /** If the page asked in mode "no-cors", of which the protocol says nothing. */
  readonly isNoCors: boolean;
  readonly failures: readonly Failure[];
}

const NOT_BLOCKED_BY_CHROMIUM: ChromiumWord = { blocked: false, corsError: null, failedParameter: null };
const NOT_BLOCKED_BY_FIREFOX: FirefoxWord = { blocked: false, reason: null };

/** An exchange that nothing stopped. */
export const NOT_BLOCKED: EngineVerdicts = {
  chromium: { ...NOT_BLOCKED_BY_CHROMIUM, readings: [] },
  firefox: { ...NOT_BLOCKED_BY_FIREFOX, readings: [] },
  safari: { blocked: false },
};

const NOTHING_MET: readonly (Met | null)[] = [null];

/** All that an engine may say, each once; `wordOf` is asked with null for an exchange that nothing stopped. */
function readingsOf<W extends object>(
  cases: readonly Case[],
  engine: Engine,
  wordOf: (failure: Failure | null, isNoCors: boolean) => W,
): readonly (W & Condition)[] {
  const readings = new Map<string, W & Condition>();
  for (const { credentials, isNoCors, failures } of cases) {
    for (const met of failures.length === 0 ? NOTHING_MET : metFirst(failures, ENGINES[engine])) {
      const because = isNoCors ? 'no-cors' : (met?.because ?? null);
      const word = wordOf(met?.failure ?? null, isNoCors);
      const key = JSON.stringify(word);
      const said = readings.get(key);
      // The word for one case and for another as well does not hang on what they differ in.
      const condition =
        said === undefined ? { credentials, because } : { credentials: same(said.credentials, credentials), because: same(said.because, because) };
      readings.set(key, { ...word, ...condition });
    }
  }
  return [...readings.values()];
}

const same = <T>(a: T, b: T): T | null => (a === b ? a : null);

/** What all readings have in common; null where they differ. */
function common<R, V>(readings: readonly R[], read: (reading: R) => V): V | null {
  const [first, ...others] = readings.map(read);
  return first !== undefined && others.every(other => other === first) ? first : null;
}

/** A single reading is no question. */
const open = <R>(readings: readonly R[]): readonly R[] => (readings.length > 1 ? readings : []);

/**
 * What each engine makes of the same answers, in its own words, whichever case is true.
 *
 * @param casesBy the cases as an engine has the rules
 * @param recordedIn the browser in which the exchange was recorded: what no rule explains is known of it alone
 */
export function engineVerdicts(casesBy: (engine: Engine) => readonly Case[], recordedIn: Engine, { origin, isCorsTainted }: Chain): EngineVerdicts {
  const chromium = readingsOf(casesBy('chromium'), 'chromium', (failure): ChromiumWord => {
    if (failure === null) return NOT_BLOCKED_BY_CHROMIUM;
    if (failure.code === 'unexplained') return { ...NOT_BLOCKED_BY_CHROMIUM, blocked: recordedIn === 'chromium' };
    return chromiumWord(failure, origin.value);
  });
  const firefox = readingsOf(casesBy('firefox'), 'firefox', (failure, isNoCors): FirefoxWord => {
    if (failure === null) return NOT_BLOCKED_BY_FIREFOX;
    if (isNoCors) return { blocked: true, reason: null };
    if (failure.code === 'unexplained') return { ...NOT_BLOCKED_BY_FIREFOX, blocked: recordedIn === 'firefox' };
    return firefoxWord(failure, isCorsTainted);
  });
  return {
    chromium: {
      blocked: chromium.every(({ blocked }) => blocked),
      corsError: common(chromium, ({ corsError }) => corsError),
      failedParameter: common(chromium, ({ failedParameter }) => failedParameter),
      readings: open(chromium),
    },
    firefox: {
      blocked: firefox.every(({ blocked }) => blocked),
      reason: common(firefox, ({ reason }) => reason),
      readings: open(firefox),
    },
    // Safari has no Local Network Access, and no deviation of Firefox's.
    safari: {
      blocked: casesBy('chromium').every(({ failures }) => failures.some(({ code }) => code !== 'local-network-access' && code !== 'unexplained')),
    },
  };
}

/** Whether what an engine says hangs on the credentials mode. */
export const hangsOnCredentials = ({ chromium, firefox }: EngineVerdicts): boolean =>
  [...chromium.readings, ...firefox.readings].some(({ credentials }) => credentials !== null);
