/** Module scripts are loaded with CORS, whoever loads them. */
import type { CauseRule } from './cause.ts';
import { isBareSuccess } from './status.ts';

export const moduleScript = {
  code: 'module-script',
  kind: 'page',
  find: facts => (facts.exchange.type === 'script' && isBareSuccess(facts) ? 'likely' : null),
} as const satisfies CauseRule;
