/** The server demands a certificate of the browser, which a preflight never carries. */
import type { CauseRule } from './cause.ts';
import { isNginx, isServersOwnPage } from './signs.ts';
import { preflightStatus } from './status.ts';

/** Names of errors: Chromium, and Firefox's sentence in English. */
const CLIENT_CERTIFICATE = /SSL_CLIENT_AUTH|BAD_SSL_CLIENT_AUTH|client certificate/i;

export const clientCertificate = {
  code: 'client-certificate',
  kind: 'preflight',
  find: facts => {
    const { failure, preflight, target } = facts;
    if ('error' in failure && CLIENT_CERTIFICATE.test(failure.error)) return 'certain';
    const status = preflightStatus(facts);
    if (status === 495 || status === 496) return 'certain';
    // nginx stands before many an application that answers 400 itself: only its own page tells.
    return status === 400 && preflight !== null && target.startsWith('https:') && isNginx(facts.answer) && isServersOwnPage(facts)
      ? 'possible'
      : null;
  },
} as const satisfies CauseRule;
