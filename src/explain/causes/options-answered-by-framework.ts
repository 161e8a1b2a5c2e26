/** The framework answers OPTIONS with the methods that it knows, before anything knows of CORS. */
import type { CauseRule } from './cause.ts';
import { has } from './signs.ts';
import { isBarePreflight, preflightStatus } from './status.ts';

export const optionsAnsweredByFramework = {
  code: 'options-answered-by-framework',
  kind: 'preflight',
  find: facts => (isBarePreflight(facts) && preflightStatus(facts) === null && has(facts, 'allow') ? 'likely' : null),
} as const satisfies CauseRule;
