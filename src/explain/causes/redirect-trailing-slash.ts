/** The server knows the address only with, or only without, a slash at its end. */
import type { CauseRule } from './cause.ts';

export const redirectTrailingSlash = {
  code: 'redirect-trailing-slash',
  kind: 'redirect',
  responsible: 'page',
  find: ({ detour }) => (detour === 'slash' ? 'certain' : null),
} as const satisfies CauseRule;
