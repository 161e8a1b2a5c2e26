/** The address cannot be reached from this computer. */
import type { CauseRule } from './cause.ts';

export const noWayThere = {
  code: 'no-way-there',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'address-unreachable' ? 'certain' : null),
} as const satisfies CauseRule;
