/** The page has no origin of its own: a sandboxed frame, a local file, a data: address. */
import type { CauseRule } from './cause.ts';

export const opaqueOrigin = {
  code: 'opaque-origin',
  responsible: 'page',
  find: ({ page, failure }) => (page === 'null' && failure.code.startsWith('allow-origin-') ? 'likely' : null),
} as const satisfies CauseRule;
