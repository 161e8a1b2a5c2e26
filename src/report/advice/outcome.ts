import { type AdviceRule, AFTER_ALLOWED } from './rule.ts';

/** Code asked in mode no-cors for what it cannot have so: the answer is closed to it. */
export const answerOpaque: AdviceRule<'answer-opaque'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange: { type, frameId, hops }, verdict: { mode } }) => {
    const [first] = hops;
    const isFetched = type === 'xmlhttprequest' && frameId >= 0 && first?.method === 'GET';
    return isFetched && mode.value === 'no-cors' && mode.basis === 'observed' ? { url: first.url, evidence: {} } : null;
  },
};

/** Nothing tells whether the page could read the answer, and it hangs on the credentials. */
export const outcomeUnknown: AdviceRule<'outcome-unknown'> = {
  after: ['unknown'],
  find: ({ exchange, verdict: { failures, engines } }) => {
    const isOpen = failures.length === 0 && engines.firefox.readings.some(({ credentials }) => credentials !== null);
    const url = exchange.hops.at(-1)?.url;
    return isOpen && url !== undefined ? { url, evidence: {} } : null;
  },
};
