/** IIS answers OPTIONS by itself, and no application ever sees it. */
import type { CauseRule } from './cause.ts';
import { has, serverIs } from './signs.ts';
import { isBarePreflight } from './status.ts';

export const iisAnswersOptions = {
  code: 'iis-answers-options',
  kind: 'preflight',
  find: facts => (isBarePreflight(facts) && serverIs(facts, /^microsoft-iis\b/i) && (has(facts, 'allow') || has(facts, 'public')) ? 'likely' : null),
} as const satisfies CauseRule;
