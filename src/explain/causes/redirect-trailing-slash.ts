/** The server knows the address only with, or only without, a slash at its end. */
import type { CauseRule } from './cause.ts';
import { surenessOfDetour } from './detours.ts';

export const redirectTrailingSlash = {
  code: 'redirect-trailing-slash',
  kind: 'redirect',
  responsible: 'page',
  find: facts => {
    const { detour, redirect } = facts;
    if (detour !== 'slash') return null;
    return redirect?.from.origin === redirect?.to.origin ? surenessOfDetour(facts) : 'likely';
  },
} as const satisfies CauseRule;
