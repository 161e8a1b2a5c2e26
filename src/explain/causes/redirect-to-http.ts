/** A server that is asked over https sends the page on to http: mostly one that does not know that it is asked so. */
import type { CauseRule } from './cause.ts';

export const redirectToHttp = {
  code: 'redirect-to-http',
  kind: 'redirect',
  find: ({ failure }) => (failure.code === 'redirect-insecure' ? 'likely' : null),
} as const satisfies CauseRule;
