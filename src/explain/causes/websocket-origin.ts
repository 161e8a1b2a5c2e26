/** The server lets pages of its own choice open sockets, and asks the header Origin. */
import type { CauseRule } from './cause.ts';
import { serverIs } from './signs.ts';
import { socketStatus } from './socket-status.ts';

export const websocketOrigin = {
  code: 'websocket-origin',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    // Servers of ASGI answer so wherever the application takes no socket, its missing route included.
    if (status === 403) return serverIs(facts, /^(?:uvicorn|daphne|hypercorn)\b/i) ? 'possible' : 'likely';
    // Frameworks differ in what they answer to a page that they do not know.
    return status === 'unseen' || status === 401 || status === 404 ? 'possible' : null;
  },
} as const satisfies CauseRule;
