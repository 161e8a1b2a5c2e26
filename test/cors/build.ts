import type { Exchange, Headers, Hop, PreflightSeen, ResponseSeen } from '../../src/model.ts';

/** Builders of what a test exchange needs, with everything else at its plainest. */

export const PAGE = 'http://127.0.0.1:8000';
export const API = 'http://localhost:9000';

export type Line = readonly [name: string, value: string];

export const headers = (...lines: readonly Line[]): Headers => lines.map(([name, value]) => ({ name, value }));

export const answer = (status: number, lines: readonly Line[] = [], changes: Partial<ResponseSeen> = {}): ResponseSeen => ({
  status,
  headers: headers(...lines),
  linesKnown: true,
  delivered: null,
  fromCache: false,
  ip: null,
  ...changes,
});

export const preflight = (changes: Partial<PreflightSeen> = {}): PreflightSeen => ({
  requestId: 'p',
  url: `${API}/x`,
  startedAt: 1,
  endedAt: 2,
  requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', 'PUT'], ['Sec-Fetch-Mode', 'cors']),
  response: null,
  state: 'completed',
  error: null,
  ...changes,
});

export const hop = (changes: Partial<Hop> = {}): Hop => ({
  url: `${API}/x`,
  method: 'GET',
  requestHeaders: headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors']),
  preflights: [],
  response: null,
  ...changes,
});

export const exchange = (changes: Partial<Exchange> = {}): Exchange => ({
  id: 'e',
  tabId: 1,
  frameId: 0,
  documentId: null,
  topOrigin: null,
  type: 'xmlhttprequest',
  initiator: PAGE,
  startedAt: 0,
  endedAt: 3,
  hops: [hop()],
  state: 'completed',
  error: null,
  incomplete: false,
  timing: null,
  log: null,
  ...changes,
});
