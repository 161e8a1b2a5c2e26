/** An API gateway answers with an error of its own, without the headers of the function behind it. */
import type { CauseRule } from './cause.ts';
import { has, isGateway } from './signs.ts';
import { bareStatus } from './status.ts';

export const apiGatewayError = {
  code: 'api-gateway-error',
  kind: 'error',
  responsible: 'gateway',
  // Most of a gateway's headers are on the function's own answers, too.
  find: facts => {
    if ((bareStatus(facts) ?? 0) < 400 || facts.failure.stage !== 'response' || !isGateway(facts)) return null;
    return has(facts, 'x-amzn-errortype') || has(facts, 'x-kong-response-latency') ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
