/** The server lets pages of its own choice open sockets, and asks the header Origin. */
import type { CauseRule } from './cause.ts';
import { isAsgi } from './signs.ts';
import { socketStatus } from './socket-status.ts';

export const websocketOrigin = {
  code: 'websocket-origin',
  kind: 'network',
  find: facts => {
    const status = socketStatus(facts);
    if (status === 403) return isAsgi(facts) ? 'possible' : 'likely';
    // Frameworks differ in what they answer to a page that they do not know.
    return status === 'unseen' || status === 401 || status === 404 ? 'possible' : null;
  },
} as const satisfies CauseRule;
