/** A WebSocket needs a sign-in that a page cannot send as a header. */
import type { CauseRule } from './cause.ts';
import { socketStatus } from './socket-status.ts';

export const websocketSignIn = {
  code: 'websocket-sign-in',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    return status === 401 || status === 407 ? 'likely' : null;
  },
} as const satisfies CauseRule;
