/** The server redirects to where a cross-origin request may not go. */
import type { CauseRule } from './cause.ts';

export const redirectRefused = {
  code: 'redirect-refused',
  kind: 'redirect',
  find: ({ failure }) => (failure.code === 'redirect-with-userinfo' || failure.code === 'redirect-scheme' ? 'certain' : null),
} as const satisfies CauseRule;
