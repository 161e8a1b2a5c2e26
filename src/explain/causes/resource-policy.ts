/** The server says who may load its file (CORP), and the page is not among them. */
import type { CauseRule } from './cause.ts';

export const resourcePolicy = {
  code: 'resource-policy',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'blocked-by-corp' && !/coep/i.test(failure.error) ? 'certain' : null),
} as const satisfies CauseRule;
