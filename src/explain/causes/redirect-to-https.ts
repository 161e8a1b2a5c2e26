/** The page asks over http, and the server sends everybody to https. */
import type { CauseRule } from './cause.ts';
import { redirectOf } from './redirect.ts';

export const redirectToHttps = {
  code: 'redirect-to-https',
  find: facts => {
    const redirect = redirectOf(facts);
    return redirect?.from.protocol === 'http:' && redirect.to.protocol === 'https:' && redirect.from.hostname === redirect.to.hostname
      ? 'certain'
      : null;
  },
} as const satisfies CauseRule;
