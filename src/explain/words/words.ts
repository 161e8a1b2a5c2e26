/** What a language has to say: one function from evidence to sentence for everything that can be said. */
import type { Cause, ChecklistItem, FailureCode, FailureOf } from '../../model.ts';
import type { CauseKind } from '../causes/cause.ts';
import type { CAUSES, CauseCode } from '../causes/index.ts';
import type { Facts } from '../facts.ts';
import type { Section, Subject } from '../minute.ts';

/** What to mind when applying a fix. */
export type NoteCode =
  | 'allow-list'
  | 'credentials-assumed'
  | 'star-replaced'
  | 'credentials-impossible'
  | 'any-origin'
  | 'answer-unseen'
  | 'options-before-auth'
  | 'final-url';

/** What the page's own code can do. */
export type AdviceCode =
  | 'upper-case-method'
  | 'final-url'
  | 'no-credentials'
  | 'no-response-headers-in-request'
  | 'no-opaque-origin'
  | 'own-back-end'
  | 'no-tracing-headers';

export type PerFailure<R> = { readonly [C in FailureCode]: (failure: FailureOf<C>, facts: Facts) => R };

export interface CauseWords {
  /** A few words, as a heading. */
  readonly title: string;
  /** What it is, and what to do about it. */
  readonly is: (facts: Facts) => Cause['explanation'];
  /** What shows that it is this one and no other; null of one that is only ever certain. */
  readonly shows: string | null;
}

export interface Words {
  /** One sentence: what happened and whose move it is, with the real origins in it. */
  readonly headlines: PerFailure<string>;
  /** What is behind it, for a reader who is new to CORS. */
  readonly details: PerFailure<string>;
  /** One broken rule: what came, and why that is not enough. */
  readonly problems: PerFailure<string>;
  /** That nothing shows whether the page asked with credentials; and which header's rule a request with them broke first. */
  readonly credentialsUnknown: (header: string) => string;
  /** What would be otherwise had the page asked in mode "no-cors". */
  readonly modeUnknown: string;
  readonly causes: { readonly [C in CauseCode]: CauseWords };
  readonly notes: { readonly [C in NoteCode]: (facts: Facts) => string };
  readonly advice: { readonly [C in AdviceCode]: (facts: Facts) => string };
  readonly checklist: (facts: Facts) => readonly ChecklistItem[];
  /** CORS in a minute, for a reader who has never heard of it. */
  readonly minute: {
    readonly title: string;
    /** Said where the origins are made up. */
    readonly example: string;
    readonly sections: (subject: Subject) => readonly Section[];
  };
}

type Kinds = { readonly [Rule in (typeof CAUSES)[number] as Rule['code']]: Rule['kind'] };

/** The causes of one kind. */
export type KindWords<K extends CauseKind> = { readonly [C in CauseCode as Kinds[C] extends K ? C : never]: CauseWords };
