/** “*” stands for every method or header only where no credentials are sent. */
import type { CauseRule } from './cause.ts';

export const starIsNoList = {
  code: 'star-is-no-list',
  kind: 'value',
  find: ({ failure }) => ('because' in failure && failure.because === 'wildcard-with-credentials' ? 'certain' : null),
} as const satisfies CauseRule;
