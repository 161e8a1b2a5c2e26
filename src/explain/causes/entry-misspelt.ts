/** The server’s list has the header under a name that is nearly the same. */
import type { CauseRule } from './cause.ts';
import { nearEntry } from './misspelt.ts';

export const entryMisspelt = {
  code: 'entry-misspelt',
  kind: 'value',
  find: facts => (/^(?:header|method)-not-allowed$/.test(facts.failure.code) && nearEntry(facts) !== null ? 'likely' : null),
} as const satisfies CauseRule;
