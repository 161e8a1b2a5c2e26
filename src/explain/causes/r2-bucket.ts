/** The bucket has no CORS policy that allows this. */
import type { CauseRule } from './cause.ts';
import { hostIs } from './signs.ts';
import { bareStatus } from './status.ts';
import { isSetUp } from './storage.ts';

export const r2Bucket = {
  code: 'r2-bucket',
  kind: 'platform',
  find: facts => {
    if (bareStatus(facts) === null || !hostIs(facts, /\.(?:r2\.cloudflarestorage\.com|r2\.dev)$/)) return null;
    return isSetUp(facts) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
