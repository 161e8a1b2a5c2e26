/** The page asks over http, and the server sends everybody to https. */
import type { CauseRule } from './cause.ts';

export const redirectToHttps = {
  code: 'redirect-to-https',
  kind: 'redirect',
  responsible: 'page',
  find: ({ detour }) => (detour === 'https' ? 'certain' : null),
} as const satisfies CauseRule;
