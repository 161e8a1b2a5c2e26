/** The page is in a frame whose sandbox takes its origin away. */
import type { CauseRule } from './cause.ts';

export const sandboxedFrame = {
  code: 'sandboxed-frame',
  kind: 'page',
  responsible: 'page',
  find: ({ page, failure, exchange }) =>
    page === 'null' && exchange.frameId > 0 && exchange.topOrigin?.startsWith('http') === true && /^allow-(?:origin|credentials)-/.test(failure.code)
      ? 'likely'
      : null,
} as const satisfies CauseRule;
