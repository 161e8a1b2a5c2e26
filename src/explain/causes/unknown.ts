/** Nothing that can be seen tells the reason. */
import type { CauseRule } from './cause.ts';

export const unknown = {
  code: 'unknown',
  kind: 'network',
  isFallback: true,
  find: () => 'possible',
} as const satisfies CauseRule;
