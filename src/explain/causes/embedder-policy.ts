/** The page demands that everything it loads says who may load it (COEP). */
import type { CauseRule } from './cause.ts';

export const embedderPolicy = {
  code: 'embedder-policy',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'blocked-by-corp' && /coep/i.test(failure.error) ? 'certain' : null),
} as const satisfies CauseRule;
