/** The platform answers preflights by its own list of origins, whatever the code says. */
import type { CauseRule } from './cause.ts';
import { hostIs } from './signs.ts';
import { bareStatus } from './status.ts';

export const azureAppService = {
  code: 'azure-app-service',
  kind: 'platform',
  find: facts => (bareStatus(facts) !== null && hostIs(facts, /\.azurewebsites\.net$/i) ? 'possible' : null),
} as const satisfies CauseRule;
