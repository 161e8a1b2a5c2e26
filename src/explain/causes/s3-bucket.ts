/** The bucket has no CORS configuration that allows this. */
import type { CauseRule } from './cause.ts';
import { serverIs } from './signs.ts';
import { bareStatus } from './status.ts';

export const s3Bucket = {
  code: 's3-bucket',
  kind: 'platform',
  find: facts => (bareStatus(facts) !== null && serverIs(facts, /^amazons3$/i) ? (facts.failure.stage === 'preflight' ? 'certain' : 'likely') : null),
} as const satisfies CauseRule;
