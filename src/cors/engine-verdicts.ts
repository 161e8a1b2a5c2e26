import type { ChromiumWord, Condition, EngineVerdicts, Failure, FirefoxWord, PossibleCredentials } from '../model.ts';
import type { Chain } from './chain.ts';
import { chromiumWord, firefoxWord, type Met, metFirst } from './engine-words.ts';
import type { Engine } from './engines.ts';

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

/** How an engine's words are made and held against each other. */
interface Vocabulary<W> {
  readonly engine: Engine;
  /** Whether it would have gone on where the exchange stopped, to answers that were never seen. */
  readonly isCutShort: boolean;
  /** Of what nothing stopped. */
  readonly notBlocked: W;
  readonly of: (failure: Failure, isNoCors: boolean) => W;
  readonly isSame: (a: W, b: W) => boolean;
}

interface Possible<W> extends Condition {
  readonly word: W;
}

const same = <T>(a: T, b: T): T | null => (a === b ? a : null);

const NOTHING_MET: readonly (Met | null)[] = [null];

/**
 * All that an engine may say, each once.
 *
 * @param onlyIn the browser of which alone is known that it refuses what no rule explains; null where all do
 */
function possibleWords<W>(
  cases: readonly Case[],
  onlyIn: Engine | null,
  { engine, isCutShort, notBlocked, of, isSame }: Vocabulary<W>,
): readonly Possible<W>[] {
  const words: Possible<W>[] = [];
  const wordOf = (failure: Failure | null, isNoCors: boolean): W => {
    if (failure === null) return notBlocked;
    return failure.code === 'unexplained' && onlyIn !== null ? { ...notBlocked, blocked: onlyIn === engine } : of(failure, isNoCors);
  };
  for (const { credentials, isNoCors, failures } of cases) {
    for (const met of failures.length === 0 ? NOTHING_MET : metFirst(failures, engine)) {
      const word = wordOf(met?.failure ?? null, isNoCors);
      const because = isNoCors ? 'no-cors' : met === null && isCutShort ? 'unseen' : (met?.because ?? null);
      const index = words.findIndex(said => isSame(said.word, word));
      const said = words[index];
      if (said === undefined) words.push({ word, credentials, because });
      // The word for one case and for another as well does not hang on what they differ in.
      else words[index] = { word, credentials: same(said.credentials, credentials), because: same(said.because, because) };
    }
  }
  return words;
}

/** What all the words have in common; null where they differ. */
function common<W, V>(words: readonly Possible<W>[], read: (word: W) => V): V | null {
  const [first] = words;
  return first !== undefined && words.every(({ word }) => read(word) === read(first.word)) ? read(first.word) : null;
}

const isBlocked = ({ word }: Possible<{ readonly blocked: boolean }>): boolean => word.blocked;

const NO_READINGS: readonly never[] = [];

/** A single word is no question, unless it holds only so far. */
const readings = <W extends object>(words: readonly Possible<W>[]): readonly (W & Condition)[] =>
  words.length === 1 && words[0]?.because !== 'unseen'
    ? NO_READINGS
    : words.map(({ word, credentials, because }) => Object.assign({ credentials, because }, word));

function chromiumVerdict(words: readonly Possible<ChromiumWord>[]): EngineVerdicts['chromium'] {
  return {
    blocked: words.every(isBlocked),
    corsError: common(words, ({ corsError }) => corsError),
    failedParameter: common(words, ({ failedParameter }) => failedParameter),
    readings: readings(words),
  };
}

function firefoxVerdict(words: readonly Possible<FirefoxWord>[]): EngineVerdicts['firefox'] {
  return { blocked: words.every(isBlocked), reason: common(words, ({ reason }) => reason), readings: readings(words) };
}

/**
 * What each engine makes of the same answers, in its own words, whichever case is true.
 *
 * @param casesBy the cases as an engine has the rules
 * @param recordedIn the browser in which the exchange was recorded: what no rule explains is known of it alone
 */
export function engineVerdicts(
  casesBy: (engine: Engine) => readonly Case[],
  recordedIn: Engine,
  { exchange, origin, isCorsTainted, leavesTls }: Chain,
): EngineVerdicts {
  const byStandard = casesBy('chromium');
  // A service worker's copy that may not be read is refused everywhere.
  const onlyIn = exchange.opaqueCopyAt === undefined ? recordedIn : null;
  const isUnanswered = (exchange.hops.at(-1)?.response ?? null) === null;
  const chromium = possibleWords<ChromiumWord>(byStandard, onlyIn, {
    engine: 'chromium',
    isCutShort: (isUnanswered || leavesTls.at(-1) === true) && recordedIn !== 'chromium',
    notBlocked: NOT_BLOCKED_BY_CHROMIUM,
    of: failure => chromiumWord(failure, origin.value),
    isSame: (a, b) => a.blocked === b.blocked && a.corsError === b.corsError && a.failedParameter === b.failedParameter,
  });
  const firefox = possibleWords<FirefoxWord>(casesBy('firefox'), onlyIn, {
    engine: 'firefox',
    isCutShort: isUnanswered && recordedIn !== 'firefox',
    notBlocked: NOT_BLOCKED_BY_FIREFOX,
    of: (failure, isNoCors) => (isNoCors ? { blocked: true, reason: null } : firefoxWord(failure, isCorsTainted)),
    isSame: (a, b) => a.blocked === b.blocked && a.reason === b.reason,
  });
  return {
    chromium: chromiumVerdict(chromium),
    firefox: firefoxVerdict(firefox),
    // Safari has no Local Network Access, and no deviation of Firefox's.
    safari: {
      blocked: byStandard.every(({ failures }) =>
        failures.some(({ code }) => code !== 'local-network-access' && (code !== 'unexplained' || onlyIn === null)),
      ),
    },
  };
}

const isConditional = ({ credentials }: Condition): boolean => credentials !== null;

/** Whether what an engine says hangs on the credentials mode. */
export const hangsOnCredentials = ({ chromium, firefox }: EngineVerdicts): boolean =>
  chromium.readings.some(isConditional) || firefox.readings.some(isConditional);
