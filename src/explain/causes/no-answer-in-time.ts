/** The server did not answer in time. */
import type { CauseRule } from './cause.ts';

export const noAnswerInTime = {
  code: 'no-answer-in-time',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'timed-out' ? 'certain' : null),
} as const satisfies CauseRule;
