/** What a root cause is: one file each, held against the facts of a failure in a fixed order. */
import type { Cause, Responsible } from '../../model.ts';
import type { Facts } from '../facts.ts';

/**
 * Where a cause is at home. redirect: the way there; preflight: what answers OPTIONS; error: an error that lost its headers;
 * value: what the headers say; cache: an answer that was made for another request; page: what the page asks with; platform: the
 * settings of one vendor; network: no matter of CORS.
 */
export type CauseKind = 'redirect' | 'preflight' | 'error' | 'value' | 'cache' | 'page' | 'platform' | 'network';

export interface CauseRule {
  /** kebab-case, the file's name; stable for ever: it is in exported reports. */
  readonly code: string;
  readonly kind: CauseKind;
  /** Who can mend it, where that is another than the one whom the broken rule names. */
  readonly responsible?: Responsible;
  /** Says little more than the rule itself: only where nothing else is found. */
  readonly isFallback?: true;
  /** How sure it is; null where it is not the cause. "certain" only where no other reading is left. */
  readonly find: (facts: Facts) => Cause['confidence'] | null;
}
