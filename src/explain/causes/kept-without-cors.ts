/** The browser kept the answer to an earlier load without CORS, such as an image tag's, and gives it to code. */
import { isOlderThan, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';

export const keptWithoutCors = {
  code: 'kept-without-cors',
  kind: 'cache',
  find: ({ failure, answer, exchange }) => {
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || answer === null || namesOrigin(answer)) return null;
    if (answer.fromCache) return 'likely';
    return answer.status === 304 || isOlderThan(answer, exchange.startedAt) ? 'possible' : null;
  },
} as const satisfies CauseRule;
