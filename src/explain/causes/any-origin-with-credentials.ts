/** The server is open to everybody, and the page asks with its cookies. */
import type { CauseRule } from './cause.ts';

export const anyOriginWithCredentials = {
  code: 'any-origin-with-credentials',
  kind: 'value',
  find: ({ failure, origin }) => (origin !== 'null' && failure.code === 'allow-origin-wildcard-with-credentials' ? 'certain' : null),
} as const satisfies CauseRule;
