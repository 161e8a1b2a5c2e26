/** The server means to allow credentials, and writes it in a way that no browser takes. */
import type { CauseRule } from './cause.ts';
import { isRefusal } from './credentials-not-allowed.ts';

export const credentialsNotTrue = {
  code: 'credentials-not-true',
  kind: 'value',
  find: ({ failure, origin }) => (origin !== 'null' && failure.code === 'allow-credentials-invalid' && !isRefusal(failure.value) ? 'certain' : null),
} as const satisfies CauseRule;
