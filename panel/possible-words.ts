import type { Condition, EngineVerdicts } from '../src/model.ts';

/** One of the words that an engine may have said. */
export interface PossibleWord extends Condition {
  readonly blocked: boolean;
  /** null where the engine has no term for it. */
  readonly term: string | null;
  /** What the term may have been said about; empty where it says nothing of that. */
  readonly about: readonly string[];
}

type Said = EngineVerdicts['chromium'] | EngineVerdicts['firefox'];

/** All that an engine may have said; one word alone where nothing is open. What differs in its parameter alone is one. */
export function possibleWords({ readings, ...word }: Said): readonly PossibleWord[] {
  const words = new Map<string, PossibleWord>();
  for (const said of readings.length > 0 ? readings : [{ ...word, credentials: null, because: null }]) {
    const { blocked, credentials, because } = said;
    const term = 'reason' in said ? said.reason : said.corsError;
    const about = 'failedParameter' in said && said.failedParameter ? [said.failedParameter] : [];
    const key = JSON.stringify([blocked, term, credentials, because]);
    const before = words.get(key)?.about ?? [];
    words.set(key, { blocked, term, about: [...before, ...about], credentials, because });
  }
  return [...words.values()];
}
