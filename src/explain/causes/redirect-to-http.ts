/** A server that is asked over https sends the page on to http: mostly one that does not know that it is asked so. */
import { leavesTls } from '../redirect.ts';
import type { CauseRule } from './cause.ts';

export const redirectToHttp = {
  code: 'redirect-to-http',
  kind: 'redirect',
  find: ({ failure, redirect, detour, exchange }) => {
    if (failure.code !== 'redirect-insecure') return leavesTls(exchange.hops) && detour !== 'login' ? 'likely' : null;
    // Another server, or a sign-in page, is written with http by somebody who meant it.
    return redirect?.from.hostname === redirect?.to.hostname && detour !== 'login' ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
