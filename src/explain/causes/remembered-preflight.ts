/** The browser remembers a preflight that was allowed; the server may have changed since. */
import type { CauseRule } from './cause.ts';
import { hadOnlyPreflight } from './own-answers.ts';

export const rememberedPreflight = {
  code: 'remembered-preflight',
  kind: 'cache',
  find: facts => {
    const { failure, isPreflightRemembered } = facts;
    if (!isPreflightRemembered || failure.stage !== 'response' || !failure.code.startsWith('allow-')) return null;
    // Nothing has changed where the answer lacked its headers at that time already.
    return failure.code === 'allow-origin-missing' && hadOnlyPreflight(facts) ? null : 'possible';
  },
} as const satisfies CauseRule;
