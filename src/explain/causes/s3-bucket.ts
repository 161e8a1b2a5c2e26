/** The bucket has no CORS configuration that allows this. */
import type { Facts } from '../facts.ts';
import type { CauseRule } from './cause.ts';
import { has, serverIs } from './signs.ts';
import { bareStatus, preflightStatus } from './status.ts';
import { isSetUp } from './storage.ts';

/** A network before the bucket may have left the Origin out. */
export const isBehindNetwork = (facts: Facts): boolean => has(facts, 'via') || has(facts, 'x-cache');

export const s3Bucket = {
  code: 's3-bucket',
  kind: 'platform',
  find: facts => {
    if (bareStatus(facts) === null || !serverIs(facts, /^amazons3$/i)) return null;
    if (isSetUp(facts)) return 'possible';
    // A bucket that is not there answers 404.
    return preflightStatus(facts) === 403 && !isBehindNetwork(facts) ? 'certain' : 'likely';
  },
} as const satisfies CauseRule;
