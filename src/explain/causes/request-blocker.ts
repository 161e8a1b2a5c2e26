/** An extension, or a blocker of the browser's own, stops the request. */
import type { CauseRule } from './cause.ts';

export const requestBlocker = {
  code: 'request-blocker',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'blocked-by-extension' ? 'certain' : null),
} as const satisfies CauseRule;
