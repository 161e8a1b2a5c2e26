/** nginx leaves what add_header adds out of errors, unless it says always. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { isNginx } from './signs.ts';
import { bareStatus } from './status.ts';

/** https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header */
const ADDED: ReadonlySet<number> = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

export const nginxNotAlways = {
  code: 'nginx-not-always',
  kind: 'error',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    const other = allowedElsewhere(facts);
    return status >= 400 && other !== null && !other.isPreflight && ADDED.has(other.answer.status) && isNginx(facts.answer) && isNginx(other.answer)
      ? 'likely'
      : null;
  },
} as const satisfies CauseRule;
