/** The server allows a fixed origin that is not the page's. */
import type { CauseRule } from './cause.ts';

export const otherOriginAllowed = {
  code: 'other-origin-allowed',
  kind: 'value',
  isFallback: true,
  find: ({ failure }) => (failure.code === 'allow-origin-mismatch' ? 'likely' : null),
} as const satisfies CauseRule;
