/** The server allows the page’s host on another port. */
import type { CauseRule } from './cause.ts';

export const otherPortAllowed = {
  code: 'other-port-allowed',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'allow-origin-mismatch' && failure.because === 'port' ? 'likely' : null),
} as const satisfies CauseRule;
