/** The host’s name has no address. */
import type { CauseRule } from './cause.ts';

export const nameUnknown = {
  code: 'name-unknown',
  kind: 'network',
  // A name that was known before may be known again.
  find: ({ failure, others }) => (failure.code !== 'name-not-resolved' ? null : others().length > 0 ? 'likely' : 'certain'),
} as const satisfies CauseRule;
