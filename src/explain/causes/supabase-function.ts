/** The edge function does not answer OPTIONS. */
import type { CauseRule } from './cause.ts';
import { bareStatus, GATEWAY_STATUSES } from './status.ts';

export const supabaseFunction = {
  code: 'supabase-function',
  kind: 'platform',
  find: facts =>
    facts.failure.stage === 'preflight' &&
    bareStatus(facts) !== null &&
    !GATEWAY_STATUSES.has(bareStatus(facts) ?? 0) &&
    /^https?:\/\/[^/]+(?:\.supabase\.co\/functions\/v1\/|\.functions\.supabase\.co\/)/.test(facts.hop.url)
      ? 'likely'
      : null,
} as const satisfies CauseRule;
