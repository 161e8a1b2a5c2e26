/** The page sends JSON or the like, for which the server has to allow the header Content-Type. */
import type { CauseRule } from './cause.ts';

export const contentTypeNotListed = {
  code: 'content-type-not-listed',
  kind: 'value',
  find: ({ failures }) =>
    failures.every(failure => failure.code === 'header-not-allowed' && failure.header.toLowerCase() === 'content-type') ? 'certain' : null,
} as const satisfies CauseRule;
