/** A cache keeps the answer that was made for another page. */

import { allowOriginOf, isFromSharedCache, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';

/** What tells that the answer names another page. */
const OTHERS: ReadonlySet<string> = new Set(['scheme', 'host', 'port', 'several']);

export const varyMissing = {
  code: 'vary-missing',
  kind: 'cache',
  find: facts => {
    const { failure, answer, hop, origin } = facts;
    if (failure.code !== 'allow-origin-mismatch' && failure.code !== 'allow-origin-missing') return null;
    if (failure.stage === 'preflight' || !isFromSharedCache(answer) || namesOrigin(answer)) return null;
    // The same address has named this page: so the server goes by the Origin, and the cache does not.
    const isTold = facts.others().some(other => other.url === hop.url && !other.isPreflight && allowOriginOf(other.answer) === origin);
    if (failure.code === 'allow-origin-mismatch') return isTold && OTHERS.has(failure.because) ? 'certain' : 'likely';
    return isTold ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
