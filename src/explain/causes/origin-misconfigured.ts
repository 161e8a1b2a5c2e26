/** What the server has been told to allow is not written as an origin. */
import type { CauseRule } from './cause.ts';

export const originMisconfigured = {
  code: 'origin-misconfigured',
  find: ({ failures }) => (failures.some(({ code }) => code === 'allow-origin-invalid') ? 'likely' : null),
} as const satisfies CauseRule;
