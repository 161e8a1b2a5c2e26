/** The browser kept the answer to an earlier load without CORS, such as an image tag's, and gives it to code. */
import type { Facts } from '../facts.ts';
import { allowOriginOf, isOlderThan, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';

/** Whether the server itself gave a page that asked with CORS no permission: then any copy lacks it, whatever it was kept from. */
const isTheServers = ({ hop, others }: Facts): boolean =>
  others().some(
    ({ url, isPreflight, namedOrigin, startedAt, answer }) =>
      url === hop.url &&
      !isPreflight &&
      namedOrigin &&
      answer.status === 200 &&
      allowOriginOf(answer) === null &&
      !answer.fromCache &&
      !isOlderThan(answer, startedAt),
  );

export const keptWithoutCors = {
  code: 'kept-without-cors',
  kind: 'cache',
  find: facts => {
    const { failure, answer, exchange } = facts;
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || answer === null || namesOrigin(answer)) return null;
    if (isTheServers(facts)) return null;
    if (answer.fromCache) return 'likely';
    return answer.status === 304 || isOlderThan(answer, exchange.startedAt) ? 'possible' : null;
  },
} as const satisfies CauseRule;
