/** WebSockets: no rule of CORS judges them, and to a page a server that turns them away looks as if one did. */
import type { DemoCase } from '../model.ts';
import { answer, ask, type CaseSpec, group, hop, redirect, refused } from './build.ts';

const REFUSED = refused('websocket-refused', 'network', { chromium: null, chromiumError: null, firefox: null });

const SOCKETS: readonly CaseSpec[] = [
  {
    id: 'websocket-origin',
    title: 'A WebSocket that is not for this page',
    does: 'The page opens a WebSocket. The server compares the origin with a list of its own, and answers 403.',
    request: ask({ how: 'websocket' }),
    answers: [hop(answer(403, [], 'none'))],
    expected: REFUSED,
  },
  {
    id: 'websocket-login',
    title: 'A WebSocket that needs a sign-in',
    does: 'The page opens a WebSocket, for which it can set no header. The server wants a token, and answers 401.',
    request: ask({ how: 'websocket' }),
    answers: [hop(answer(401, ['WWW-Authenticate: Bearer'], 'none'))],
    expected: REFUSED,
  },
  {
    id: 'websocket-redirect',
    title: 'A WebSocket that is redirected',
    does: 'The page opens a WebSocket, and the server sends it elsewhere. Browsers do not follow.',
    request: ask({ how: 'websocket' }),
    answers: [hop(redirect('api', 1)), hop(answer(426, [], 'none'))],
    expected: { ...REFUSED, firefox: { reason: null, errors: ['NS_ERROR_NET_ON_RECEIVING_FROM'] } },
  },
];

export const WEBSOCKETS: readonly DemoCase[] = group('WebSockets', SOCKETS);
