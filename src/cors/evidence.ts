import type { Failure, FailureCode } from '../model.ts';

type WithoutPlace<F> = F extends unknown ? Omit<F, 'stage' | 'hop'> : never;

/** What an algorithm finds: a failure before it is known at which stage and hop of an exchange it stands. */
export type Evidence = WithoutPlace<Failure>;

/** The evidence of some codes only. */
export type EvidenceOf<C extends FailureCode> = Extract<Evidence, { readonly code: C }>;
