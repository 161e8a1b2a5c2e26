/** Nothing listens at that address and port. */
import type { CauseRule } from './cause.ts';

export const nothingListens = {
  code: 'nothing-listens',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'connection-refused' ? 'certain' : null),
} as const satisfies CauseRule;
