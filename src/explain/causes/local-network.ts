/** A page from outside asks for something on this computer or network. */
import type { CauseRule } from './cause.ts';

export const localNetwork = {
  code: 'local-network',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'local-network-access' ? 'certain' : null),
} as const satisfies CauseRule;
