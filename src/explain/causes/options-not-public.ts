/** A cloud function or service is not there, or not for everybody. */
import type { Facts } from '../facts.ts';
import type { CauseRule } from './cause.ts';
import { has, hostIs, isGoogle, isPage, isServersOwnPage } from './signs.ts';
import { bareStatus } from './status.ts';

/** Whether a service has answered well elsewhere in the recording. Functions share a host. */
const isThere = (facts: Facts): boolean => !hostIs(facts, /\.cloudfunctions\.net$/i) && facts.others().some(({ answer }) => answer.status < 400);

export const optionsNotPublic = {
  code: 'options-not-public',
  kind: 'preflight',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    if ((status !== 401 && status !== 403 && status !== 404) || !isGoogle(facts)) return null;
    if (has(facts, 'x-powered-by') || isThere(facts)) return null;
    // The service's own answers pass through the same front end: those that are no page of Google’s may be its own.
    if (isPage(facts)) return isServersOwnPage(facts) ? 'likely' : null;
    return facts.failure.stage === 'preflight' ? 'possible' : null;
  },
} as const satisfies CauseRule;
