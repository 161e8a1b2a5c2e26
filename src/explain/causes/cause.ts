/** What a root cause is: one file each, held against the facts of a failure in a fixed order. */
import type { Cause, Responsible } from '../../model.ts';
import type { Facts } from '../facts.ts';

export interface CauseRule {
  /** kebab-case, the file's name; stable for ever: it is in exported reports. */
  readonly code: string;
  /** Who can mend it, where that is another than the one whom the broken rule names. */
  readonly responsible?: Responsible;
  /** How sure it is; null where it is not the cause. "certain" only where no other reading is left. */
  readonly find: (facts: Facts) => Cause['confidence'] | null;
}
