/** The server allows the page, but not with credentials. */
import type { CauseRule } from './cause.ts';

export const credentialsNotAllowed = {
  code: 'credentials-not-allowed',
  kind: 'value',
  find: ({ failure, page }) => (page !== 'null' && failure.code === 'allow-credentials-missing' ? 'certain' : null),
} as const satisfies CauseRule;
