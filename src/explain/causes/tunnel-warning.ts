/** ngrok’s page that warns of free tunnels, in the place of the server’s answer (https://ngrok.com/docs/errors/err_ngrok_6024). */
import type { CauseRule } from './cause.ts';
import { field, TUNNEL_FIELD } from './signs.ts';
import { bareStatus } from './status.ts';

export const tunnelWarning = {
  code: 'tunnel-warning',
  kind: 'platform',
  responsible: 'page',
  find: facts => (bareStatus(facts) !== null && field(facts, TUNNEL_FIELD) === 'ERR_NGROK_6024' ? 'certain' : null),
} as const satisfies CauseRule;
