/** The image has the attribute crossorigin, or is a mask: so it is loaded with CORS. */
import type { CauseRule } from './cause.ts';
import { isBareSuccess } from './status.ts';

export const imageWithCrossorigin = {
  code: 'image-with-crossorigin',
  kind: 'page',
  find: facts => (facts.exchange.type.startsWith('image') && isBareSuccess(facts) ? 'likely' : null),
} as const satisfies CauseRule;
