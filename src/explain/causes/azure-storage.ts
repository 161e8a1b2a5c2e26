/** The storage account has no CORS rule that allows this. */
import type { CauseRule } from './cause.ts';
import { field, serverIs } from './signs.ts';
import { bareStatus } from './status.ts';
import { isSetUp } from './storage.ts';

export const azureStorage = {
  code: 'azure-storage',
  kind: 'platform',
  find: facts => {
    if (bareStatus(facts) === null) return null;
    if (field(facts, 'x-ms-error-code') === 'CorsPreflightFailure') return 'certain';
    if (isSetUp(facts)) return null;
    return serverIs(facts, /^(?:windows-azure-|azurite-)(?:blob|table|queue|file)\b/i) ? 'likely' : null;
  },
} as const satisfies CauseRule;
