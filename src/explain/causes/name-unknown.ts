/** The host’s name has no address. */
import type { CauseRule } from './cause.ts';

export const nameUnknown = {
  code: 'name-unknown',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'name-not-resolved' ? 'certain' : null),
} as const satisfies CauseRule;
