/** A server that is asked over https sends the page on to http: mostly one that does not know that it is asked so. */
import { detourOf, leavesTls } from '../redirect.ts';
import type { CauseRule } from './cause.ts';

export const redirectToHttp = {
  code: 'redirect-to-http',
  kind: 'redirect',
  find: ({ failure, redirect, detour, exchange }) => {
    // Sent back to https afterwards, by what guards the way in.
    if (failure.code !== 'redirect-insecure')
      return redirect !== null && detourOf(redirect) === 'https' && leavesTls(exchange.hops) ? 'likely' : null;
    // Another server, or a sign-in page, is written with http by somebody who meant it.
    return redirect?.from.hostname === redirect?.to.hostname && detour !== 'login' ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
