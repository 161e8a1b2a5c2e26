/** The connection was cut before the answer was whole. */
import type { CauseRule } from './cause.ts';

export const connectionCut = {
  code: 'connection-cut',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'connection-lost' ? 'certain' : null),
} as const satisfies CauseRule;
