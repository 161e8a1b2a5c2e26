/** A cloud function or service is not there, or not for everybody. */
import type { CauseRule } from './cause.ts';
import { hostIs, serverIs } from './signs.ts';
import { bareStatus } from './status.ts';

const GOOGLE_HOSTS = /\.(?:run\.app|cloudfunctions\.net)$/i;

export const optionsNotPublic = {
  code: 'options-not-public',
  kind: 'preflight',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    if (status !== 401 && status !== 403 && status !== 404) return null;
    return hostIs(facts, GOOGLE_HOSTS) || serverIs(facts, /^google frontend$/i) ? 'likely' : null;
  },
} as const satisfies CauseRule;
