/** The server’s list has the header under a name that is nearly the same. */
import type { CauseRule } from './cause.ts';
import { nearlyListed } from './misspelt.ts';

export const entryMisspelt = {
  code: 'entry-misspelt',
  kind: 'value',
  find: ({ failures }) => (failures.some(failure => failure.code === 'header-not-allowed' && nearlyListed(failure) !== null) ? 'likely' : null),
} as const satisfies CauseRule;
