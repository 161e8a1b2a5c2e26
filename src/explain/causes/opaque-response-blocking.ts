/** A tag asked for a picture or a script, and data or an error page came. */
import type { CauseRule } from './cause.ts';

export const opaqueResponseBlocking = {
  code: 'opaque-response-blocking',
  kind: 'network',
  responsible: 'page',
  find: ({ failure }) => (failure.code === 'blocked-by-orb' ? 'certain' : null),
} as const satisfies CauseRule;
