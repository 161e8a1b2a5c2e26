/** Advice on preflights that passed. */
import type { PreflightReason } from '../../model.ts';
import { fieldLines, listMembers } from '../headers.ts';
import { type AdviceRule, AFTER_ALLOWED, judgedHeaders } from './rule.ts';

export const authorizationWildcard: AdviceRule<'authorization-wildcard'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange }) => {
    for (const { url, preflights } of exchange.hops) {
      const preflight = preflights.at(-1);
      if (!preflight?.requestHeaders || !preflight.response) continue;
      if (!listMembers(preflight.requestHeaders, 'access-control-request-headers').includes('authorization')) continue;
      const allowed = listMembers(judgedHeaders(preflight.response), 'access-control-allow-headers');
      if (allowed.includes('*') && !allowed.includes('authorization')) return { url, evidence: {} };
    }
    return null;
  },
};

/** A number of seconds; one that is not positive says that the answer shall not be kept. */
const SECONDS = /^-?\d+$/;

export const preflightUncached: AdviceRule<'preflight-uncached'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange }) => {
    for (const { url, preflights } of exchange.hops) {
      const response = preflights.at(-1)?.response;
      if (!response) continue;
      const [age, ...others] = fieldLines(judgedHeaders(response), 'access-control-max-age');
      if (age === undefined) return { url, evidence: { because: 'absent' } };
      if (others.length > 0 || !SECONDS.test(age)) return { url, evidence: { because: 'invalid' } };
    }
    return null;
  },
};

/** Headers that are for the server's answers, or say what a server learns in another way, or nothing. */
const NEEDLESS = /^(?:x-requested-with|cache-control|pragma|access-control-.*)$/;

/** A GET has no body whose type could be told. */
const isNeedless = ({ kind, value }: PreflightReason, method: string): boolean => {
  if (kind === 'content-type') return method === 'GET' || method === 'HEAD';
  return kind === 'upload-listener' || (kind === 'header' && value !== null && NEEDLESS.test(value.toLowerCase()));
};

/** Only where nothing but what the page can do without made the browser ask. */
export const preflightAvoidable: AdviceRule<'preflight-avoidable'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange, verdict }) => {
    for (const [index, { url, method }] of exchange.hops.entries()) {
      const reasons = verdict.preflightReasons[index] ?? [];
      if (reasons.length > 0 && reasons.every(reason => isNeedless(reason, method))) return { url, evidence: { reasons } };
    }
    return null;
  },
};
