/** Nothing that can be seen tells the reason. */
import type { CauseRule } from './cause.ts';

export const unknown = {
  code: 'unknown',
  find: () => 'possible',
} as const satisfies CauseRule;
