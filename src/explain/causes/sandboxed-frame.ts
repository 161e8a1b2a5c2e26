/** The page is in a frame whose sandbox takes its origin away. */
import type { CauseRule } from './cause.ts';
import { namelessness } from './nameless.ts';

export const sandboxedFrame = {
  code: 'sandboxed-frame',
  kind: 'page',
  responsible: 'page',
  find: facts => {
    const { frameId, topOrigin } = facts.exchange;
    return facts.page === 'null' && frameId > 0 && topOrigin?.startsWith('http') === true ? namelessness(facts) : null;
  },
} as const satisfies CauseRule;
