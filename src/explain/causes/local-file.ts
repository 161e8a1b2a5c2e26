/** The page was opened from a file, which has no origin. */
import type { CauseRule } from './cause.ts';
import { namelessness } from './nameless.ts';

export const localFile = {
  code: 'local-file',
  kind: 'page',
  responsible: 'page',
  find: facts => (facts.page === 'null' && facts.exchange.frameId === 0 ? namelessness(facts) : null),
} as const satisfies CauseRule;
