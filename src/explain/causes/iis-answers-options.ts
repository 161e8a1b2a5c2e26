/** IIS answers OPTIONS by itself, and no application ever sees it. */
import type { CauseRule } from './cause.ts';
import { field, has, serverIs } from './signs.ts';
import { isBarePreflight } from './status.ts';

export const iisAnswersOptions = {
  code: 'iis-answers-options',
  kind: 'preflight',
  find: facts =>
    isBarePreflight(facts) && serverIs(facts, /^microsoft-iis\b/i) && (has(facts, 'public') || /\btrace\b/i.test(field(facts, 'allow')))
      ? 'likely'
      : null,
} as const satisfies CauseRule;
