/** The proxy that the browser is set to ask through does not answer, or does not let it through. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

/** Names of errors: ERR_PROXY_CONNECTION_FAILED, ERR_TUNNEL_CONNECTION_FAILED, NS_ERROR_UNKNOWN_PROXY_HOST and the like. */
const PROXY = /^(?:net::ERR_|NS_ERROR_)\w*(?:PROXY_(?!AUTH)|SOCKS|TUNNEL)/;

/** RFC 9110, 15.5.8: no server says so, a proxy of the browser’s does. */
const PROXY_AUTHENTICATION_REQUIRED = 407;

export const proxyFails = {
  code: 'proxy-fails',
  kind: 'network',
  responsible: 'network',
  find: facts => {
    const { failure } = facts;
    if ('error' in failure && PROXY.test(failure.error)) return 'certain';
    return bareStatus(facts) === PROXY_AUTHENTICATION_REQUIRED ? 'likely' : null;
  },
} as const satisfies CauseRule;
