/** Fonts are loaded with CORS, whoever loads them. */
import type { CauseRule } from './cause.ts';
import { isBareSuccess } from './status.ts';

export const webFont = {
  code: 'web-font',
  kind: 'page',
  find: facts => (facts.exchange.type === 'font' && isBareSuccess(facts) ? 'likely' : null),
} as const satisfies CauseRule;
