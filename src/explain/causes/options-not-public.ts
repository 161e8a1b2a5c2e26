/** A cloud function or service is not there, or not for everybody. */
import type { CauseRule } from './cause.ts';
import { isGoogle, isPage } from './signs.ts';
import { bareStatus } from './status.ts';

export const optionsNotPublic = {
  code: 'options-not-public',
  kind: 'preflight',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    if ((status !== 401 && status !== 403 && status !== 404) || !isGoogle(facts)) return null;
    // The service's own answers pass through the same front end: those that are no page may be its own.
    if (isPage(facts)) return 'likely';
    return facts.failure.stage === 'preflight' ? 'possible' : null;
  },
} as const satisfies CauseRule;
