/** The server allows the page, but not with credentials. */
import type { CauseRule } from './cause.ts';

/** Written out by some servers, where leaving the header out would do. */
export const isRefusal = (value: string): boolean => value.toLowerCase() === 'false';

export const credentialsNotAllowed = {
  code: 'credentials-not-allowed',
  kind: 'value',
  find: ({ failure, page }) =>
    page !== 'null' && (failure.code === 'allow-credentials-missing' || (failure.code === 'allow-credentials-invalid' && isRefusal(failure.value)))
      ? 'certain'
      : null,
} as const satisfies CauseRule;
