/** A cache keeps the answer that was made for another page. */

import type { OriginDifference } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { allowedElsewhere } from './allowed-elsewhere.ts';
import { allowOriginOf, isFromSharedCache, isPreflightAllowed, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { isSameButForWww } from './hosts.ts';
import { answersToCors } from './own-answers.ts';

/** What tells that the answer names another page. */
const OTHERS: ReadonlySet<OriginDifference> = new Set(['scheme', 'host', 'port', 'several']);
/** What may be another page of the same people: a list that lacks this one is as likely. */
const isSibling = (because: OriginDifference, value: string, page: string): boolean =>
  because === 'scheme' || because === 'port' || isSameButForWww(value, page);

/** Whether the server gave the same word to this page itself: then it goes by no Origin, and no cache is to blame. */
const isItsOwn = (facts: Facts): boolean =>
  answersToCors(facts).some(({ answer }) => !isFromSharedCache(answer) && allowOriginOf(answer) === allowOriginOf(facts.answer));

export const varyMissing = {
  code: 'vary-missing',
  kind: 'cache',
  find: facts => {
    const { failure, answer, hop, origin } = facts;
    if (failure.code !== 'allow-origin-mismatch' && failure.code !== 'allow-origin-missing') return null;
    const isPreflight = failure.stage === 'preflight';
    if ((isPreflight && failure.code === 'allow-origin-missing') || !isFromSharedCache(answer) || namesOrigin(answer) || isItsOwn(facts)) return null;
    // The same address has named this page: so the server goes by the Origin, and the cache does not.
    const isTold = facts.others().some(other => other.url === hop.url && other.isPreflight === isPreflight && allowOriginOf(other.answer) === origin);
    if (failure.code === 'allow-origin-mismatch') {
      if (!OTHERS.has(failure.because)) return failure.because === 'null' ? 'possible' : null;
      return isTold ? 'certain' : isSibling(failure.because, failure.value, origin) ? 'possible' : 'likely';
    }
    if (isTold || isPreflightAllowed(facts)) return 'likely';
    // That a cache answered says nothing where the server may not know of CORS at all.
    return allowedElsewhere(facts) === null ? null : 'possible';
  },
} as const satisfies CauseRule;
