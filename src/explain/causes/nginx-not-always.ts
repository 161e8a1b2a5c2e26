/** nginx leaves what add_header adds out of errors, unless it says always. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { isNginx, isOfApplication } from './signs.ts';
import { GATEWAY_STATUSES, requestErrorStatus } from './status.ts';

/** https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header */
const ADDED: ReadonlySet<number> = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

export const nginxNotAlways = {
  code: 'nginx-not-always',
  kind: 'error',
  find: facts => {
    const status = requestErrorStatus(facts);
    if (status === null || !isNginx(facts.answer)) return null;
    const other = allowedElsewhere(facts);
    if (other === null || other.isPreflight || !ADDED.has(other.answer.status) || !isNginx(other.answer)) return null;
    // Where nginx answers for the application, the headers may be the application's.
    return GATEWAY_STATUSES.has(status) || isOfApplication(other.answer) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
