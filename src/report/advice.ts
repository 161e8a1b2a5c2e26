import type { ReportAdvice } from '../model.ts';
import { headerMisspelt, headersUnreadable, headersWithoutEffect } from './advice/header-lines.ts';
import { openPolicy, varyOriginMissing, wildcardBeforeCredentials } from './advice/origins.ts';
import { answerOpaque, outcomeUnknown } from './advice/outcome.ts';
import { authorizationWildcard, preflightAvoidable, preflightUncached } from './advice/preflights.ts';
import type { AdviceCode, AdviceRule, Finding } from './advice/rule.ts';
import { type Surroundings, surroundingsOf } from './advice/surroundings.ts';
import { endpointOf } from './endpoint.ts';
import type { Judged } from './failure.ts';
import { advice as english } from './words/en/advice.ts';
import type { AdviceWords } from './words/words.ts';

export { createSurroundings, placesOf } from './advice/surroundings.ts';

/** Pieces of advice in one report. */
export const MAX_ADVICE = 100;

/** In the order in which they are given: what may break or harm first, what only costs time last. */
const RULES: { readonly [C in AdviceCode]: AdviceRule<C> } = {
  'header-misspelt': headerMisspelt,
  'open-policy': openPolicy,
  'wildcard-before-credentials': wildcardBeforeCredentials,
  'vary-origin-missing': varyOriginMissing,
  'authorization-wildcard': authorizationWildcard,
  'outcome-unknown': outcomeUnknown,
  'headers-unreadable': headersUnreadable,
  'headers-without-effect': headersWithoutEffect,
  'preflight-uncached': preflightUncached,
  'preflight-avoidable': preflightAvoidable,
  'answer-opaque': answerOpaque,
};

const CODES = Object.keys(RULES) as readonly AdviceCode[];

function applied<C extends AdviceCode>(code: C, judged: Judged, surroundings: Surroundings, words: AdviceWords): ReportAdvice | null {
  const { after, find } = RULES[code];
  if (!after.includes(judged.verdict.outcome.result)) return null;
  const found: Finding<C> | null = find(judged, surroundings);
  return found && { code, url: found.url, explanation: words[code](found.evidence) };
}

/** What one exchange deserves to hear although nothing has to be mended; empty for one that does not cross origins. */
export function adviceFor(judged: Judged, surroundings: Surroundings, words: AdviceWords = english): readonly ReportAdvice[] {
  return judged.verdict.crossOrigin ? CODES.flatMap(code => applied(code, judged, surroundings, words) ?? []) : [];
}

/** Whether it deserves to hear anything: the same, without a word being made. */
export function isAdvised(judged: Judged, surroundings: Surroundings): boolean {
  const { crossOrigin, outcome } = judged.verdict;
  return crossOrigin && CODES.some(code => RULES[code].after.includes(outcome.result) && RULES[code].find(judged, surroundings) !== null);
}

/** What the exchanges of a recording deserve to hear: once for each endpoint, at most `MAX_ADVICE` in all. */
export function adviseOn(exchanges: readonly Judged[], words: AdviceWords = english): readonly ReportAdvice[] {
  const surroundings = surroundingsOf(exchanges);
  const given = new Map<string, ReportAdvice>();
  for (const judged of exchanges) {
    for (const advice of adviceFor(judged, surroundings, words)) {
      const key = `${advice.code} ${endpointOf(advice.url)}`;
      if (!given.has(key)) given.set(key, advice);
      if (given.size >= MAX_ADVICE) return [...given.values()];
    }
  }
  return [...given.values()];
}
