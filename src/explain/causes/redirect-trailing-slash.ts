/** The server knows the address only with, or only without, a slash at its end. */
import type { CauseRule } from './cause.ts';

export const redirectTrailingSlash = {
  code: 'redirect-trailing-slash',
  kind: 'redirect',
  responsible: 'page',
  find: ({ detour, redirect }) => (detour !== 'slash' ? null : redirect?.from.origin === redirect?.to.origin ? 'certain' : 'likely'),
} as const satisfies CauseRule;
