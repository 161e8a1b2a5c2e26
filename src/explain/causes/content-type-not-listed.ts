/** The page sends JSON or the like, for which the server has to allow the header Content-Type. */
import type { CauseRule } from './cause.ts';
import { nearlyListed } from './misspelt.ts';

export const contentTypeNotListed = {
  code: 'content-type-not-listed',
  kind: 'value',
  // With “*” on the list, or nearly the right name, there is more to say.
  find: ({ failures }) =>
    failures.every(
      failure =>
        failure.code === 'header-not-allowed' &&
        failure.header.toLowerCase() === 'content-type' &&
        failure.because === 'absent' &&
        nearlyListed(failure) === null,
    )
      ? 'certain'
      : null,
} as const satisfies CauseRule;
