/** A WebSocket is sent elsewhere, and no browser follows. */
import type { CauseRule } from './cause.ts';
import { socketStatus } from './socket-status.ts';

export const websocketRedirected = {
  code: 'websocket-redirected',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    return typeof status === 'number' && status >= 300 && status < 400 ? 'certain' : null;
  },
} as const satisfies CauseRule;
