/** The element has the attribute crossorigin: so its file is loaded with CORS. */
import type { CauseRule } from './cause.ts';
import { isBareSuccess } from './status.ts';

const TYPES: ReadonlySet<string> = new Set(['stylesheet', 'media', 'object']);

export const elementWithCrossorigin = {
  code: 'element-with-crossorigin',
  kind: 'page',
  find: facts => (TYPES.has(facts.exchange.type) && isBareSuccess(facts) ? 'likely' : null),
} as const satisfies CauseRule;
