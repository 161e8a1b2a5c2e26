import type { AdviceRule } from './rule.ts';

/** Nothing tells whether the page could read the answer, and it hangs on the credentials. */
export const outcomeUnknown: AdviceRule<'outcome-unknown'> = {
  after: ['unknown'],
  find: ({ exchange, verdict: { failures, engines } }) => {
    const isOpen = failures.length === 0 && engines.firefox.readings.some(({ credentials }) => credentials !== null);
    const url = exchange.hops.at(-1)?.url;
    return isOpen && url !== undefined ? { url, evidence: {} } : null;
  },
};
