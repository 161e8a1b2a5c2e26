/** The server allows the page, but not with credentials. */
import type { CauseRule } from './cause.ts';

export const credentialsNotAllowed = {
  code: 'credentials-not-allowed',
  find: ({ failure }) => (failure.code === 'allow-credentials-missing' || failure.code === 'allow-credentials-invalid' ? 'certain' : null),
} as const satisfies CauseRule;
