/** The server is open to everybody, and the page asks with its cookies. */
import { isRepresentative } from './caches.ts';
import type { CauseRule } from './cause.ts';

export const anyOriginWithCredentials = {
  code: 'any-origin-with-credentials',
  kind: 'value',
  find: ({ failure, origin, answer, credentials }) => {
    if (origin === 'null' || failure.code !== 'allow-origin-wildcard-with-credentials') return null;
    return isRepresentative(answer) && credentials.basis === 'observed' ? 'certain' : 'likely';
  },
} as const satisfies CauseRule;
