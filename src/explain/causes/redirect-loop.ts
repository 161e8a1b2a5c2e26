/** One redirect leads to the next. */
import type { CauseRule } from './cause.ts';

export const redirectLoop = {
  code: 'redirect-loop',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'too-many-redirects' ? 'certain' : null),
} as const satisfies CauseRule;
