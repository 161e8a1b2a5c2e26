/** The server says who may load its file (CORP), and the page is not among them. */
import type { CauseRule } from './cause.ts';
import { has } from './signs.ts';

export const resourcePolicy = {
  code: 'resource-policy',
  kind: 'network',
  find: facts => {
    if (facts.failure.code !== 'blocked-by-corp') return null;
    if (facts.answer === null) return 'likely';
    return has(facts, 'cross-origin-resource-policy') ? 'certain' : null;
  },
} as const satisfies CauseRule;
