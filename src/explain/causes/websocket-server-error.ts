/** What answers the handshake broke, or stands before a server that does not answer. */
import type { CauseRule } from './cause.ts';
import { socketStatus } from './socket-status.ts';

export const websocketServerError = {
  code: 'websocket-server-error',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    return typeof status === 'number' && status >= 500 && status !== 501 ? 'likely' : null;
  },
} as const satisfies CauseRule;
