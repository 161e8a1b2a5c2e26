/** What a rule of advice is: it finds evidence, and a language's words make a sentence of it. */
import type { Headers, Outcome, PreflightReason, ResponseSeen } from '../../model.ts';
import type { Judged } from '../failure.ts';
import type { Surroundings } from './surroundings.ts';

/** What each piece of advice rests on, by its code. A code is stable for ever: it is in exported reports. */
export interface AdviceEvidence {
  'answer-opaque': object;
  'vary-origin-missing': object;
  'wildcard-before-credentials': { readonly because: 'allow-credentials' | 'asked-elsewhere' };
  /** The origins that one address named together with credentials: "null" alone, or several. */
  'open-policy': { readonly origins: readonly string[] };
  'authorization-wildcard': object;
  'preflight-uncached': { readonly because: 'absent' | 'invalid' };
  /** All that the preflight was asked for. */
  'preflight-avoidable': { readonly reasons: readonly PreflightReason[] };
  /** As the server writes them. */
  'headers-unreadable': { readonly names: readonly string[] };
  'headers-without-effect': { readonly names: readonly string[]; readonly answer: 'preflight' | 'response' };
  'header-misspelt': { readonly name: string; readonly meant: string };
  'outcome-unknown': object;
}

export type AdviceCode = keyof AdviceEvidence;

export interface Finding<C extends AdviceCode> {
  /** Whose answer deserves the word. */
  readonly url: string;
  readonly evidence: AdviceEvidence[C];
}

export interface AdviceRule<C extends AdviceCode> {
  /** What the browser has to have done. */
  readonly after: readonly Outcome['result'][];
  /** null where there is nothing to say. */
  readonly find: (judged: Judged, surroundings: Surroundings) => Finding<C> | null;
}

export const AFTER_ALLOWED: readonly Outcome['result'][] = ['allowed'];

/** The headers that the browser judged: what other extensions made of the server's. */
export const judgedHeaders = ({ delivered, headers }: ResponseSeen): Headers => delivered ?? headers;
