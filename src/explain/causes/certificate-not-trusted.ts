/** The browser does not trust the server’s certificate. */
import type { CauseRule } from './cause.ts';

export const certificateNotTrusted = {
  code: 'certificate-not-trusted',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'certificate-rejected' ? 'certain' : null),
} as const satisfies CauseRule;
