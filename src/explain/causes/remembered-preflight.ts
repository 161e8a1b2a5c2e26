/** The browser remembers a preflight that was allowed; the server may have changed since. */
import type { CauseRule } from './cause.ts';

export const rememberedPreflight = {
  code: 'remembered-preflight',
  kind: 'cache',
  find: ({ failure, isPreflightRemembered }) =>
    isPreflightRemembered && failure.stage === 'response' && failure.code.startsWith('allow-') ? 'possible' : null,
} as const satisfies CauseRule;
