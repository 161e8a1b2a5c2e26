/** A secure page asks for an address without security. */
import type { CauseRule } from './cause.ts';

export const insecureAddress = {
  code: 'insecure-address',
  kind: 'network',
  responsible: 'page',
  find: ({ failure, target }) => (failure.code === 'mixed-content' && target.startsWith('http:') ? 'certain' : null),
} as const satisfies CauseRule;
