/** The bucket has no CORS configuration that allows this. */
import type { Facts } from '../facts.ts';
import type { CauseRule } from './cause.ts';
import { has, serverIs } from './signs.ts';
import { bareStatus } from './status.ts';
import { isSetUp } from './storage.ts';

/** Whether it sends part of an upload whose session was opened before (https://cloud.google.com/storage/docs/resumable-uploads). */
export const isResumedUpload = ({ hop, failure }: Facts): boolean => failure.stage === 'response' && /[?&]upload_id=/.test(hop.url);

export const googleStorageBucket = {
  code: 'google-storage-bucket',
  kind: 'platform',
  find: facts => {
    if (bareStatus(facts) === null || (!serverIs(facts, /^uploadserver$/i) && !has(facts, 'x-guploader-uploadid'))) return null;
    return isSetUp(facts) && !isResumedUpload(facts) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
