/** What a table of exchanges says is behind each, and what the tab says of it. */
import { evaluate } from '../../src/cors/evaluate.ts';
import type { CauseCode } from '../../src/explain/causes/index.ts';
import { explain } from '../../src/explain/explain.ts';
import { answersAmong } from '../../src/explain/known-answers.ts';
import { en } from '../../src/explain/words/en.ts';
import type { BrowserInfo, Cause, Exchange, Explanation } from '../../src/model.ts';

/** `others`: what else was recorded. */
export type CauseRow = readonly [what: string, seen: Exchange, code: CauseCode, confidence: Cause['confidence'], others?: readonly Exchange[]];

/** `engine`: the one that the exchange is of. */
export const explainRow = ([, seen, , , others = []]: CauseRow, engine: BrowserInfo['engine'] = 'chromium'): Explanation =>
  explain(seen, evaluate(seen, engine), engine, en, { answersOf: answersAmong([seen, ...others]) });
