/** The server’s own check of the origin fails with an error instead of a refusal. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { field } from './signs.ts';
import { errorStatus } from './status.ts';

export const originCheckThrows = {
  code: 'origin-check-throws',
  kind: 'error',
  find: facts => {
    if (errorStatus(facts) !== 500 || !/^express$/i.test(field(facts, 'x-powered-by')) || allowedElsewhere(facts) !== null) return null;
    // A check of every request would have refused this one, too.
    const isUnchecked = facts.others().some(({ isPreflight, namedOrigin, answer }) => !isPreflight && namedOrigin && answer.status < 400);
    return facts.failure.stage === 'preflight' && !isUnchecked ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
