/** The browser itself names the reason, and it is none of CORS. */

import { FAILURES } from '../failures.ts';
import type { CauseRule } from './cause.ts';

export const notCors = {
  code: 'not-cors',
  kind: 'network',
  isFallback: true,
  find: ({ failure }) => (failure.code !== 'unexplained' && !FAILURES[failure.code].isCors ? 'certain' : null),
} as const satisfies CauseRule;
