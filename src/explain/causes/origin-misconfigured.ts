/** What the server has been told to allow is not written as an origin. */
import type { CauseRule } from './cause.ts';

/** What parses as a URL, and is written wrongly all the same. */
const MALFORMED: ReadonlySet<string> = new Set(['no-scheme', 'trailing-slash', 'path', 'case', 'userinfo', 'default-port']);

export const originMisconfigured = {
  code: 'origin-misconfigured',
  kind: 'value',
  find: ({ failure }) =>
    failure.code === 'allow-origin-invalid' || (failure.code === 'allow-origin-mismatch' && MALFORMED.has(failure.because)) ? 'likely' : null,
} as const satisfies CauseRule;
