/** A redirect from one foreign origin to another took the page's origin away. */
import type { CauseRule } from './cause.ts';

export const redirectTainted = {
  code: 'redirect-tainted',
  kind: 'redirect',
  responsible: 'page',
  // Where the last server names nobody, or somebody else, it might refuse the page without the redirect, too.
  find: ({ isTainted, detour, failure, page }) =>
    !isTainted || detour === 'login' ? null : failure.code === 'allow-origin-mismatch' && failure.value === page ? 'certain' : 'likely',
} as const satisfies CauseRule;
