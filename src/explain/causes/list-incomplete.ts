/** The server's list of methods or headers lacks what the page needs. */
import type { CauseRule } from './cause.ts';

export const listIncomplete = {
  code: 'list-incomplete',
  kind: 'value',
  isFallback: true,
  find: ({ failure }) => (failure.code === 'method-not-allowed' || failure.code === 'header-not-allowed' ? 'certain' : null),
} as const satisfies CauseRule;
