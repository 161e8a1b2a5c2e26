/** The proxy that the browser is set to ask through does not answer, or does not let it through. */
import type { CauseRule } from './cause.ts';

/** Names of errors: ERR_PROXY_CONNECTION_FAILED, ERR_TUNNEL_CONNECTION_FAILED, NS_ERROR_UNKNOWN_PROXY_HOST and the like. */
const PROXY = /^(?:net::ERR_|NS_ERROR_)\w*(?:PROXY_(?!AUTH)|SOCKS|TUNNEL)/;

export const proxyFails = {
  code: 'proxy-fails',
  kind: 'network',
  responsible: 'network',
  find: ({ failure }) => ('error' in failure && PROXY.test(failure.error) ? 'certain' : null),
} as const satisfies CauseRule;
