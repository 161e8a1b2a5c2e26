/** The server knows the address only with, or only without, a slash at its end. */
import type { CauseRule } from './cause.ts';
import { redirectOf } from './redirect.ts';

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

export const redirectTrailingSlash = {
  code: 'redirect-trailing-slash',
  find: facts => {
    const redirect = redirectOf(facts);
    if (redirect === null || redirect.from.origin !== redirect.to.origin) return null;
    return withoutSlash(redirect.from.pathname) === withoutSlash(redirect.to.pathname) && redirect.from.pathname !== redirect.to.pathname
      ? 'certain'
      : null;
  },
} as const satisfies CauseRule;
