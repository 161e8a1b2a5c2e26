/** The edge function does not answer OPTIONS. */
import type { CauseRule } from './cause.ts';
import { isSupabaseFunction } from './signs.ts';
import { bareStatus, GATEWAY_STATUSES } from './status.ts';

export const supabaseFunction = {
  code: 'supabase-function',
  kind: 'platform',
  find: facts => {
    const status = bareStatus(facts);
    if (facts.failure.stage !== 'preflight' || status === null || GATEWAY_STATUSES.has(status)) return null;
    return isSupabaseFunction(facts) ? 'likely' : null;
  },
} as const satisfies CauseRule;
