/** The preflight was redirected for a reason that its address does not tell. */
import type { CauseRule } from './cause.ts';

export const redirectElsewhere = {
  code: 'redirect-elsewhere',
  kind: 'redirect',
  responsible: 'page',
  find: ({ failures }) => (failures.some(({ code }) => code === 'preflight-redirect') ? 'possible' : null),
} as const satisfies CauseRule;
