/** An API gateway answers with an error of its own, without the headers of the function behind it. */
import type { CauseRule } from './cause.ts';
import { isGateway } from './signs.ts';
import { bareStatus } from './status.ts';

export const apiGatewayError = {
  code: 'api-gateway-error',
  kind: 'error',
  responsible: 'gateway',
  find: facts => ((bareStatus(facts) ?? 0) >= 400 && facts.failure.stage === 'response' && isGateway(facts) ? 'likely' : null),
} as const satisfies CauseRule;
