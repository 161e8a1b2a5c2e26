/** The page sends Access-Control-Allow-… as a request header, where it means nothing and needs a permission of its own. */
import { isResponseHeader } from '../page-faults.ts';
import type { CauseRule } from './cause.ts';

export const responseHeadersInRequest = {
  code: 'response-headers-in-request',
  kind: 'page',
  responsible: 'page',
  find: ({ failures }) => (failures.every(isResponseHeader) ? 'certain' : null),
} as const satisfies CauseRule;
