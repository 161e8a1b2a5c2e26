/** The server allows the page, but not with credentials. */
import { isFromSharedCache } from './caches.ts';
import type { CauseRule } from './cause.ts';

/** Written out by some servers, where leaving the header out would do; or a setting that was left empty. */
export const isRefusal = (value: string): boolean => /^(?:|false|no|off|0|none|null|undefined)$/i.test(value);

export const credentialsNotAllowed = {
  code: 'credentials-not-allowed',
  kind: 'value',
  find: ({ failure, origin, answer }) => {
    const isIt = failure.code === 'allow-credentials-missing' || (failure.code === 'allow-credentials-invalid' && isRefusal(failure.value));
    if (!isIt || origin === 'null') return null;
    // An error may be another layer's, and what a cache kept another request's.
    return (answer?.status ?? 0) >= 400 || isFromSharedCache(answer) || answer?.fromCache === true ? 'likely' : 'certain';
  },
} as const satisfies CauseRule;
