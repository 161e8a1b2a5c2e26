/** The server allows itself: its own origin stands where the page's should. */
import type { CauseRule } from './cause.ts';

export const ownOriginAllowed = {
  code: 'own-origin-allowed',
  kind: 'value',
  find: ({ failure, target, origin }) =>
    origin !== 'null' && failure.code === 'allow-origin-mismatch' && failure.value === target ? 'likely' : null,
} as const satisfies CauseRule;
