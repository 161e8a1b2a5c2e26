/** The bucket is in another region, and the general address redirects there. */
import type { CauseRule } from './cause.ts';
import { has } from './signs.ts';

export const redirectToRegion = {
  code: 'redirect-to-region',
  kind: 'redirect',
  responsible: 'page',
  find: facts => (facts.redirect !== null && has(facts, 'x-amz-bucket-region') ? 'certain' : null),
} as const satisfies CauseRule;
