/** The preflight succeeded without any permission: the server knows CORS and refused, or does not know it. */
import { knowsCors } from './caches.ts';
import type { CauseRule } from './cause.ts';

export const silentRefusal = {
  code: 'silent-refusal',
  kind: 'preflight',
  find: ({ failure, answer }) => {
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'preflight' || (answer?.status ?? 0) >= 300) return null;
    return knowsCors(answer) ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
