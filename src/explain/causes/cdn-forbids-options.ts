/** A content delivery network lets only GET and HEAD through. */
import type { CauseRule } from './cause.ts';
import { field, serverIs } from './signs.ts';
import { preflightStatus } from './status.ts';

export const cdnForbidsOptions = {
  code: 'cdn-forbids-options',
  kind: 'preflight',
  responsible: 'gateway',
  find: facts => {
    const status = preflightStatus(facts);
    if (status !== 403 && status !== 405) return null;
    return serverIs(facts, /^cloudfront\b/i) || /from cloudfront/i.test(field(facts, 'x-cache')) ? 'likely' : null;
  },
} as const satisfies CauseRule;
