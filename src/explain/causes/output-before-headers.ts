/** PHP had printed something before the headers were set: a warning, a dump, a blank line. */

import type { Facts } from '../facts.ts';
import { allowedElsewhere, pathOf } from './allowed-elsewhere.ts';
import { isPreflightAllowed } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { field, isPage } from './signs.ts';

/** Whether the same script has let the page read an answer: others may know nothing of CORS. */
const isAllowedHere = (facts: Facts): boolean => {
  const other = allowedElsewhere(facts);
  return other !== null && pathOf(other.url) === pathOf(facts.hop.url);
};

export const outputBeforeHeaders = {
  code: 'output-before-headers',
  kind: 'error',
  find: facts => {
    const { failure } = facts;
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || !/^php\b/i.test(field(facts, 'x-powered-by'))) return null;
    const isKnown = isPreflightAllowed(facts) || isAllowedHere(facts);
    if (!isKnown || !isPage(facts)) return null;
    // Other errors are what a framework made on purpose.
    return failure.status < 400 ? 'likely' : failure.status === 500 ? 'possible' : null;
  },
} as const satisfies CauseRule;
