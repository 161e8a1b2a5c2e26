/** The page has no origin of its own: a sandboxed frame, a local file, a data: address. */
import type { CauseRule } from './cause.ts';

export const opaqueOrigin = {
  code: 'opaque-origin',
  kind: 'page',
  isFallback: true,
  responsible: 'page',
  find: ({ page, failure }) => (page === 'null' && /^allow-(?:origin|credentials)-/.test(failure.code) ? 'likely' : null),
} as const satisfies CauseRule;
