/** The server’s own check of the origin fails with an error instead of a refusal. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { field } from './signs.ts';
import { errorStatus } from './status.ts';

export const originCheckThrows = {
  code: 'origin-check-throws',
  kind: 'error',
  find: facts =>
    errorStatus(facts) === 500 && /^express$/i.test(field(facts, 'x-powered-by')) && allowedElsewhere(facts) === null
      ? facts.failure.stage === 'preflight'
        ? 'likely'
        : 'possible'
      : null,
} as const satisfies CauseRule;
