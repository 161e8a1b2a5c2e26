/** What came breaks the rules of HTTP. */
import type { CauseRule } from './cause.ts';

export const answerMalformed = {
  code: 'answer-malformed',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'response-malformed' ? 'certain' : null),
} as const satisfies CauseRule;
