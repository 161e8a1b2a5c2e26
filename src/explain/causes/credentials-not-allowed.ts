/** The server allows the page, but not with credentials. */
import { isRepresentative } from './caches.ts';
import type { CauseRule } from './cause.ts';

/** Written out by some servers, where leaving the header out would do; or a setting that was left empty. */
export const isRefusal = (value: string): boolean => /^(?:|false|no|off|0|none|null|undefined)$/i.test(value);

export const credentialsNotAllowed = {
  code: 'credentials-not-allowed',
  kind: 'value',
  find: ({ failure, origin, answer }) => {
    const isIt = failure.code === 'allow-credentials-missing' || (failure.code === 'allow-credentials-invalid' && isRefusal(failure.value));
    if (!isIt || origin === 'null') return null;
    return isRepresentative(answer) ? 'certain' : 'likely';
  },
} as const satisfies CauseRule;
