/** The browser kept the answer to an earlier load without CORS, such as an image tag’s, and gives it to code. */

import { namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';

export const keptWithoutCors = {
  code: 'kept-without-cors',
  kind: 'cache',
  find: ({ failure, answer }) =>
    failure.code === 'allow-origin-missing' && failure.stage === 'response' && answer?.fromCache === true && !namesOrigin(answer) ? 'likely' : null,
} as const satisfies CauseRule;
