/** A cache keeps the answer that was made for another page. */

import { allowOriginOf, isFromSharedCache, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';

export const varyMissing = {
  code: 'vary-missing',
  kind: 'cache',
  find: facts => {
    const { failure, failures, answer, hop } = facts;
    if (!failures.some(({ code }) => code === 'allow-origin-mismatch' || code === 'allow-origin-missing')) return null;
    if (failure.stage === 'preflight' || !isFromSharedCache(answer) || namesOrigin(answer)) return null;
    const isTold = facts.others().some(other => other.url === hop.url && !other.isPreflight && allowOriginOf(other.answer) !== allowOriginOf(answer));
    return isTold ? 'certain' : failure.code === 'allow-origin-mismatch' ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
