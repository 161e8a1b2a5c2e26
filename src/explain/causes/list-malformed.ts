/** The server's list of methods or headers is not written as a list. */
import type { CauseRule } from './cause.ts';

export const listMalformed = {
  code: 'list-malformed',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'allow-methods-invalid' || failure.code === 'allow-headers-invalid' ? 'certain' : null),
} as const satisfies CauseRule;
