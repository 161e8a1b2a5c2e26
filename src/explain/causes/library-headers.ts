/** A library adds a header to each request that the server need not know. */

import { isLibraryHeader, isTracingHeader } from '../page-faults.ts';
import type { CauseRule } from './cause.ts';

export const libraryHeaders = {
  code: 'library-headers',
  kind: 'page',
  find: ({ failures }) =>
    failures.some(isLibraryHeader) && failures.every(each => isLibraryHeader(each) || isTracingHeader(each)) ? 'likely' : null,
} as const satisfies CauseRule;
