/** The framework answers OPTIONS with the methods that it knows, before anything knows of CORS. */
import { namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { has } from './signs.ts';
import { isBarePreflight, preflightStatus } from './status.ts';

export const optionsAnsweredByFramework = {
  code: 'options-answered-by-framework',
  kind: 'preflight',
  // What knows of CORS says in Vary that it looked at the Origin: then it refused, and left the answer to the framework.
  find: facts => {
    if (!isBarePreflight(facts) || preflightStatus(facts) !== null || !has(facts, 'allow')) return null;
    return namesOrigin(facts.answer) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
