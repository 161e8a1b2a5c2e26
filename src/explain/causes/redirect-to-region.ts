/** The bucket is in another region, and the general address redirects there. */
import type { CauseRule } from './cause.ts';
import { has } from './signs.ts';

export const redirectToRegion = {
  code: 'redirect-to-region',
  kind: 'redirect',
  responsible: 'page',
  // S3 names the region in refusals as well.
  find: facts => {
    const status = facts.answer?.status ?? 0;
    return facts.redirect !== null && status >= 300 && status < 400 && has(facts, 'x-amz-bucket-region') ? 'certain' : null;
  },
} as const satisfies CauseRule;
