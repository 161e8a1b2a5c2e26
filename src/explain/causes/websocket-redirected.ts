/** A WebSocket is sent elsewhere, and no browser follows. */
import { isRedirectStatus } from '../../cors/preflight.ts';
import type { CauseRule } from './cause.ts';
import { socketStatus } from './socket-status.ts';

export const websocketRedirected = {
  code: 'websocket-redirected',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    if (status === 'unseen') return 'possible';
    return status !== null && isRedirectStatus(status) ? 'certain' : null;
  },
} as const satisfies CauseRule;
