/** PHP had printed something before the headers were set: a warning, a dump, a blank line. */

import { fieldOf } from '../read.ts';
import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { field, isPage } from './signs.ts';

export const outputBeforeHeaders = {
  code: 'output-before-headers',
  kind: 'error',
  find: facts => {
    const { failure, preflight } = facts;
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || !/^php\b/i.test(field(facts, 'x-powered-by'))) return null;
    const isKnown = fieldOf(preflight?.response ?? null, 'access-control-allow-origin') !== null || allowedElsewhere(facts) !== null;
    if (!isKnown || !isPage(facts)) return null;
    // Other errors are what a framework made on purpose.
    return failure.status < 400 ? 'likely' : failure.status === 500 ? 'possible' : null;
  },
} as const satisfies CauseRule;
