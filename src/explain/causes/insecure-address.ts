/** A secure page asks for an address without security. */
import type { CauseRule } from './cause.ts';

export const insecureAddress = {
  code: 'insecure-address',
  kind: 'network',
  responsible: 'page',
  find: ({ failure }) => (failure.code === 'mixed-content' ? 'certain' : null),
} as const satisfies CauseRule;
