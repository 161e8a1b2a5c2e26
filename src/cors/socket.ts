/** Which answers open a WebSocket: no rule of CORS has a say in that. */
import type { ResponseSeen } from '../model.ts';

const SWITCHING_PROTOCOLS = 101;

/**
 * Whether an answer opens the socket of a URL: 101 (RFC 6455, 4.1), or over HTTP/2, which needs TLS, a success (RFC 8441, 5).
 * That has no content: what has is a page in the socket's place.
 */
export const opensSocket = (url: string, { status, headers }: ResponseSeen): boolean =>
  status === SWITCHING_PROTOCOLS ||
  (url.startsWith('wss:') && status >= 200 && status < 300 && headers.every(({ name }) => name.toLowerCase() !== 'content-type'));
