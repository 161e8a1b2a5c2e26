/** The server is open to everybody, and the page asks with its cookies. */
import type { CauseRule } from './cause.ts';

export const anyOriginWithCredentials = {
  code: 'any-origin-with-credentials',
  kind: 'value',
  find: ({ failures, page }) =>
    page !== 'null' && failures.some(({ code }) => code === 'allow-origin-wildcard-with-credentials') ? 'certain' : null,
} as const satisfies CauseRule;
