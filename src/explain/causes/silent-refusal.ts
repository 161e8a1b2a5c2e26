/** The preflight succeeded without any permission: the server knows CORS and refused, or does not know it. */
import type { CauseRule } from './cause.ts';

export const silentRefusal = {
  code: 'silent-refusal',
  kind: 'preflight',
  isFallback: true,
  find: ({ failure, answer }) =>
    failure.code === 'allow-origin-missing' && failure.stage === 'preflight' && (answer?.status ?? 0) < 300 ? 'possible' : null,
} as const satisfies CauseRule;
