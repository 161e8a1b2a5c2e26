/** The page forbids itself to ask there. */
import type { CauseRule } from './cause.ts';

export const contentSecurityPolicy = {
  code: 'content-security-policy',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'blocked-by-csp' ? 'certain' : null),
} as const satisfies CauseRule;
