/** What the same server answered to others of the recording that asked with CORS, itself and not from a copy. */
import type { Facts } from '../facts.ts';
import type { KnownAnswer } from '../known-answers.ts';
import { pathOf } from './allowed-elsewhere.ts';
import { allowOriginOf, isOlderThan, isPreflightAllowed, knowsCors } from './caches.ts';

/** Good answers to requests for the same address that named the page's origin. A cache on the way may have given them. */
export const answersToCors = ({ hop, others }: Facts): readonly KnownAnswer[] =>
  others().filter(
    ({ url, isPreflight, namedOrigin, startedAt, answer }) =>
      url === hop.url && !isPreflight && namedOrigin && answer.status === 200 && !answer.fromCache && !isOlderThan(answer, startedAt),
  );

/** Whether an earlier request for the address had the leave of a preflight that the browser remembers, and no more than that. */
export const hadOnlyPreflight = ({ hop, others }: Facts): boolean => {
  const here = others().filter(({ url }) => url === hop.url);
  return here.some(
    ({ isPreflight, exchangeId, answer }) =>
      isPreflight &&
      allowOriginOf(answer) !== null &&
      here.some(each => !each.isPreflight && each.exchangeId === exchangeId && allowOriginOf(each.answer) === null),
  );
};

/** Whether there is something at the address: another method was answered there. */
export const isAddressKnown = ({ hop, others }: Facts): boolean =>
  others().some(({ url, method, answer }) => method !== 'OPTIONS' && answer.status !== 404 && pathOf(url) === pathOf(hop.url));

/** Whether the server lets preflights for other addresses pass. */
export const doOtherPreflightsPass = ({ hop, others }: Facts): boolean =>
  others().some(
    ({ url, isPreflight, answer }) => isPreflight && answer.status < 300 && allowOriginOf(answer) !== null && pathOf(url) !== pathOf(hop.url),
  );

/** Whether what refuses knows CORS, and no preflight was allowed before: frameworks answer so to an origin that is not on their list. */
export const refusesOrigin = (facts: Facts): boolean => knowsCors(facts.answer) && !isPreflightAllowed(facts);
