/** The redirect leads to what is no address. */
import type { CauseRule } from './cause.ts';

export const redirectBroken = {
  code: 'redirect-broken',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'redirect-malformed' ? 'certain' : null),
} as const satisfies CauseRule;
