/** The server sends the header under a name that is misspelt. */
import { fieldOf } from '../read.ts';
import type { CauseRule } from './cause.ts';
import { misspelt } from './misspelt.ts';

export const headerMisspelt = {
  code: 'header-misspelt',
  kind: 'value',
  find: ({ failure, answer, origin, credentials }) => {
    const name = failure.code === 'allow-origin-missing' ? misspelt(answer) : null;
    if (name === null) return null;
    const value = fieldOf(answer, name.toLowerCase());
    // Under its right name it would have to say the right thing, too.
    return value === origin || (value === '*' && credentials.value !== 'include') ? 'certain' : 'likely';
  },
} as const satisfies CauseRule;
