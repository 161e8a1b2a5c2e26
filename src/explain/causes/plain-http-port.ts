/** The server speaks plain http where the page asks over https. */
import { parseUrl } from '../../cors/origin.ts';
import type { CauseRule } from './cause.ts';

/** What an answer in plain http looks like to who expects TLS. */
const PLAIN = /ERR_SSL_PROTOCOL_ERROR|SSL_ERROR_RX_RECORD_TOO_LONG|exceeded the maximum permissible length/;

export const plainHttpPort = {
  code: 'plain-http-port',
  kind: 'network',
  responsible: 'page',
  find: ({ failure, target, others }) => {
    if (failure.code !== 'tls-failed' || !PLAIN.test(failure.error) || others().length > 0) return null;
    return parseUrl(target)?.port ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
