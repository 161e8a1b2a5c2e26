/** The server does not allow other origins at all, or not for this address. */
import type { CauseRule } from './cause.ts';

export const corsNotSetUp = {
  code: 'cors-not-set-up',
  kind: 'value',
  isFallback: true,
  find: ({ failure }) => (failure.code === 'allow-origin-missing' ? 'possible' : null),
} as const satisfies CauseRule;
