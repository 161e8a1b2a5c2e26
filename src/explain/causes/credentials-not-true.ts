/** The server means to allow credentials, and writes it in a way that no browser takes. */
import type { CauseRule } from './cause.ts';

export const credentialsNotTrue = {
  code: 'credentials-not-true',
  kind: 'value',
  find: ({ failure, page }) => (page !== 'null' && failure.code === 'allow-credentials-invalid' ? 'certain' : null),
} as const satisfies CauseRule;
