/** The server knows the address only with, or only without, www. */
import type { CauseRule } from './cause.ts';
import { surenessOfDetour } from './detours.ts';

export const redirectWww = {
  code: 'redirect-www',
  kind: 'redirect',
  responsible: 'page',
  find: facts => (facts.detour === 'www' ? surenessOfDetour(facts) : null),
} as const satisfies CauseRule;
