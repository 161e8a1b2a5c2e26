/** Whoever is not signed in is sent to a login page, and a preflight never is. */
import type { CauseRule } from './cause.ts';
import { redirectOf } from './redirect.ts';

const LOGIN = /\b(?:log-?in|sign-?in|oauth2?|authorize|sso|saml|openid)\b/i;

export const redirectToLogin = {
  code: 'redirect-to-login',
  find: facts => (LOGIN.test(redirectOf(facts)?.to.href ?? '') ? 'likely' : null),
} as const satisfies CauseRule;
