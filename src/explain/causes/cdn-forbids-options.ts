/** A content delivery network lets only GET and HEAD through. */
import { knowsCors } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { field, has, serverIs } from './signs.ts';
import { preflightStatus } from './status.ts';

export const cdnForbidsOptions = {
  code: 'cdn-forbids-options',
  kind: 'preflight',
  responsible: 'gateway',
  find: facts => {
    const status = preflightStatus(facts);
    // https://techdocs.akamai.com/property-mgr/docs/allow-options
    if (status === 501 && serverIs(facts, /^akamaighost\b/i)) return 'likely';
    if (status !== 403 && status !== 405) return null;
    if (serverIs(facts, /^cloudfront\b/i)) return 'likely';
    // It marks the errors of the server behind it just the same, and leaves them their Server.
    return /from cloudfront/i.test(field(facts, 'x-cache')) && !has(facts, 'server') && !knowsCors(facts.answer) ? 'possible' : null;
  },
} as const satisfies CauseRule;
