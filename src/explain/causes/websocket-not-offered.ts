/** No WebSocket is at that address, or a proxy takes the handshake for any request. */
import type { CauseRule } from './cause.ts';
import { isAsgi } from './signs.ts';
import { socketStatus } from './socket-status.ts';

export const websocketNotOffered = {
  code: 'websocket-not-offered',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    if (status === 400 || status === 404 || status === 405 || status === 426 || status === 501) return 'likely';
    if (status === 403 && isAsgi(facts)) return 'possible';
    if (typeof status === 'number') return status < 300 ? 'likely' : null;
    return status === 'unseen' ? 'possible' : null;
  },
} as const satisfies CauseRule;
