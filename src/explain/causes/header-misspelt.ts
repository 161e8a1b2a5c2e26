/** The server sends the header under a name that is misspelt. */
import type { CauseRule } from './cause.ts';
import { misspelt } from './misspelt.ts';

export const headerMisspelt = {
  code: 'header-misspelt',
  kind: 'value',
  find: ({ failure, answer }) => (failure.code === 'allow-origin-missing' && misspelt(answer) !== null ? 'certain' : null),
} as const satisfies CauseRule;
