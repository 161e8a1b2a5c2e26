/** The page asks over http, and the server sends everybody to https. */
import type { CauseRule } from './cause.ts';
import { surenessOfDetour } from './detours.ts';

export const redirectToHttps = {
  code: 'redirect-to-https',
  kind: 'redirect',
  responsible: 'page',
  find: facts => (facts.detour === 'https' ? surenessOfDetour(facts) : null),
} as const satisfies CauseRule;
