/** What answers OPTIONS knows of CORS; what answers the request itself does not. */

import { fieldOf } from '../read.ts';
import type { CauseRule } from './cause.ts';

export const onlyPreflightAllowed = {
  code: 'only-preflight-allowed',
  kind: 'error',
  find: ({ failure, preflight, answer }) =>
    failure.code === 'allow-origin-missing' &&
    failure.stage === 'response' &&
    (answer?.status ?? 0) < 400 &&
    fieldOf(preflight?.response ?? null, 'access-control-allow-origin') !== null
      ? 'likely'
      : null,
} as const satisfies CauseRule;
