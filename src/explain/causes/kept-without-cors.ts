/** The browser kept the answer to an earlier load without CORS, such as an image tag's, and gives it to code. */
import type { Facts } from '../facts.ts';
import { fieldOf } from '../read.ts';
import { allowOriginOf, isOlderThan, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { answersToCors } from './own-answers.ts';
import { field } from './signs.ts';

/** What is hardly ever loaded but with CORS: so an earlier copy lacked its headers for another reason. */
const isOnlyForCode = (facts: Facts): boolean => facts.exchange.type === 'font' || /\bjson\b/i.test(field(facts, 'content-type'));

/** Whether this computer's clock and the server's differ, as an answer shows that no cache can have given. */
const doClocksDiffer = ({ hop, exchange, others }: Facts): boolean =>
  hop.preflights.some(({ response }) => response !== null && isOlderThan(response, exchange.startedAt)) ||
  others().some(({ method, startedAt, answer }) => method !== 'GET' && method !== 'HEAD' && isOlderThan(answer, startedAt));

export const keptWithoutCors = {
  code: 'kept-without-cors',
  kind: 'cache',
  find: facts => {
    const { failure, answer, exchange, method } = facts;
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || answer === null || namesOrigin(answer)) return null;
    if ((method !== 'GET' && method !== 'HEAD') || /\bno-store\b/i.test(fieldOf(answer, 'cache-control') ?? '')) return null;
    // Where the server itself gave no permission, any copy lacks it, whatever it was kept from.
    if (answersToCors(facts).some(each => allowOriginOf(each.answer) === null)) return null;
    if (answer.fromCache) return isOnlyForCode(facts) ? 'possible' : 'likely';
    return answer.status === 304 || (isOlderThan(answer, exchange.startedAt) && !doClocksDiffer(facts)) ? 'possible' : null;
  },
} as const satisfies CauseRule;
