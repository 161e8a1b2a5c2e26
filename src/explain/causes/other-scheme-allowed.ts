/** The server allows the page’s address with http instead of https, or the other way round. */
import type { CauseRule } from './cause.ts';

export const otherSchemeAllowed = {
  code: 'other-scheme-allowed',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'allow-origin-mismatch' && failure.because === 'scheme' ? 'likely' : null),
} as const satisfies CauseRule;
