/** A function’s address and the function itself both add the header. */
import type { CauseRule } from './cause.ts';
import { hostIs } from './signs.ts';

export const lambdaUrlTwice = {
  code: 'lambda-url-twice',
  kind: 'value',
  find: facts => (facts.failure.code === 'allow-origin-multiple' && hostIs(facts, /\.lambda-url\.[^.]+\.on\.aws$/i) ? 'likely' : null),
} as const satisfies CauseRule;
