/** Whoever is not signed in is sent to a login page, which is no place for code. */
import type { CauseRule } from './cause.ts';

export const redirectToLogin = {
  code: 'redirect-to-login',
  kind: 'redirect',
  find: ({ detour }) => (detour === 'login' ? 'likely' : null),
} as const satisfies CauseRule;
