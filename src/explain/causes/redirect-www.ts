/** The server knows the address only with, or only without, www. */
import type { CauseRule } from './cause.ts';

export const redirectWww = {
  code: 'redirect-www',
  kind: 'redirect',
  responsible: 'page',
  find: ({ detour }) => (detour === 'www' ? 'certain' : null),
} as const satisfies CauseRule;
