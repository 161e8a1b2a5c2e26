/** A redirect from one foreign origin to another took the page's origin away. */
import type { CauseRule } from './cause.ts';

export const redirectTainted = {
  code: 'redirect-tainted',
  kind: 'redirect',
  responsible: 'page',
  find: ({ isTainted, detour }) => (isTainted && detour !== 'login' ? 'certain' : null),
} as const satisfies CauseRule;
