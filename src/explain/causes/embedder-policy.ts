/** The page demands that everything it loads says who may load it (COEP). */
import type { CauseRule } from './cause.ts';
import { isFrame, POLICY } from './resource-policy.ts';
import { field } from './signs.ts';

export const embedderPolicy = {
  code: 'embedder-policy',
  kind: 'network',
  responsible: 'page',
  // Without a policy of its own a file is refused for the page's policy alone.
  find: facts =>
    facts.failure.code === 'blocked-by-corp' && facts.answer !== null && !isFrame(facts) && !POLICY.test(field(facts, 'cross-origin-resource-policy'))
      ? 'certain'
      : null,
} as const satisfies CauseRule;
