/** The page sends Access-Control-Allow-… as a request header, where it means nothing and needs a permission of its own. */
import type { CauseRule } from './cause.ts';

export const responseHeadersInRequest = {
  code: 'response-headers-in-request',
  responsible: 'page',
  find: ({ failures }) =>
    failures.some(failure => failure.code === 'header-not-allowed' && failure.header.toLowerCase().startsWith('access-control-')) ? 'certain' : null,
} as const satisfies CauseRule;
