/** The page was opened from a file, which has no origin. */
import type { CauseRule } from './cause.ts';

export const localFile = {
  code: 'local-file',
  kind: 'page',
  responsible: 'page',
  find: ({ page, failure, exchange }) =>
    page === 'null' && exchange.frameId === 0 && /^allow-(?:origin|credentials)-/.test(failure.code) ? 'likely' : null,
} as const satisfies CauseRule;
