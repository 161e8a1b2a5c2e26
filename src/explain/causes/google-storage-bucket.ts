/** The bucket has no CORS configuration that allows this. */
import type { CauseRule } from './cause.ts';
import { has, serverIs } from './signs.ts';
import { bareStatus } from './status.ts';

export const googleStorageBucket = {
  code: 'google-storage-bucket',
  kind: 'platform',
  find: facts => (bareStatus(facts) !== null && (serverIs(facts, /^uploadserver$/i) || has(facts, 'x-guploader-uploadid')) ? 'likely' : null),
} as const satisfies CauseRule;
