/**
 * Every exchange of which our verdict and a browser's once differed, in its smallest form, one a line: as
 * `npm run test:differential` prints it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Scenario } from './scenarios.ts';

export const FIXTURES: readonly Scenario[] = readFileSync(path.join(import.meta.dirname, 'fixtures', 'disagreements.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Scenario => JSON.parse(line));
