/** The server allows the page’s address with www., or only without. */
import type { CauseRule } from './cause.ts';
import { isSameButForWww } from './hosts.ts';

export const withOrWithoutWww = {
  code: 'with-or-without-www',
  kind: 'value',
  find: ({ failure, page }) =>
    failure.code === 'allow-origin-mismatch' && failure.because === 'host' && isSameButForWww(failure.value, page) ? 'likely' : null,
} as const satisfies CauseRule;
