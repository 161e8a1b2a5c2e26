/** An extension of this browser changed the headers that the server sent. */
import { isCorsCheckSuccess } from '../../cors/cors-check.ts';
import type { CauseRule } from './cause.ts';

export const extensionRewritesHeaders = {
  code: 'extension-rewrites-headers',
  kind: 'network',
  responsible: 'extension',
  find: ({ answer, origin, failure, credentials }) => {
    if (answer?.delivered == null || !failure.code.startsWith('allow-')) return null;
    const request = { origin, includesCredentials: credentials.value === 'include' };
    return isCorsCheckSuccess(request, { ...answer, delivered: null }) ? 'certain' : null;
  },
} as const satisfies CauseRule;
