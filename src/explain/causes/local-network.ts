/** A page from outside asks for something on this computer or network. */
import type { Exchange } from '../../model.ts';
import type { CauseRule } from './cause.ts';

/** Whether a frame asked that its page has to let use a feature first (the default allowlist of which is "self"). */
export const asksFromForeignFrame = ({ frameId, topOrigin, initiator }: Exchange): boolean =>
  frameId > 0 && topOrigin !== null && topOrigin !== initiator;

export const localNetwork = {
  code: 'local-network',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'local-network-access' ? 'certain' : null),
} as const satisfies CauseRule;
