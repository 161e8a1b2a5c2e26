/** Exchanges and verdicts in their plainest form; a test overrides what it is about. */
import type { Exchange, Explanation, Failure, Headers, Hop, PreflightSeen, Recording, ResponseSeen, Verdict } from '../../src/model.ts';

export const headers = (fields: Readonly<Record<string, string>>): Headers => Object.entries(fields).map(([name, value]) => ({ name, value }));

export const response = (status: number, fields: Readonly<Record<string, string>> = {}): ResponseSeen => ({
  status,
  headers: headers(fields),
  linesKnown: true,
  delivered: null,
  fromCache: false,
  ip: null,
});

export const preflight = (over: Partial<PreflightSeen> = {}): PreflightSeen => ({
  requestId: 'p',
  url: 'https://api.example/',
  startedAt: 0,
  endedAt: 40,
  requestHeaders: headers({ Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' }),
  response: response(204),
  state: 'completed',
  error: null,
  ...over,
});

export const hop = (over: Partial<Hop> = {}): Hop => ({
  url: 'https://api.example/',
  method: 'GET',
  requestHeaders: headers({ Origin: 'https://app.example' }),
  preflights: [],
  response: response(200),
  ...over,
});

export const exchange = (id: string, over: Partial<Exchange> = {}): Exchange => ({
  id,
  tabId: 1,
  frameId: 0,
  documentId: null,
  topOrigin: null,
  type: 'xmlhttprequest',
  initiator: 'https://app.example',
  startedAt: 0,
  endedAt: 80,
  hops: [hop()],
  state: 'completed',
  error: null,
  incomplete: false,
  timing: null,
  log: null,
  ...over,
});

export const missing = (over: Partial<Failure> = {}): Failure =>
  ({ code: 'allow-origin-missing', stage: 'response', hop: 0, status: 200, ...over }) as Failure;

export const verdict = (result: Verdict['outcome']['result'], failures: readonly Failure[] = [], over: Partial<Verdict> = {}): Verdict => ({
  crossOrigin: true,
  origin: { value: 'https://app.example', basis: 'observed' },
  mode: { value: 'cors', basis: 'observed' },
  credentials: { value: 'unknown', basis: 'assumed' },
  hopOrigins: ['https://app.example'],
  preflightReasons: [[]],
  outcome: { result, evidence: 'error', error: result === 'blocked' ? 'net::ERR_FAILED' : null },
  failures,
  engines: {
    chromium: { blocked: false, corsError: null, failedParameter: null, readings: [] },
    firefox: { blocked: false, reason: null, readings: [] },
    safari: { blocked: false },
  },
  disagreement: null,
  ...over,
});

export const explanation = { headline: 'what happened' } as Explanation;

export const recording = (over: Partial<Recording> = {}): Recording => ({
  tabId: 1,
  pageUrl: 'https://app.example/',
  pageStartedAt: 0,
  startedAt: 0,
  requests: 0,
  dropped: 0,
  missedLoad: false,
  ...over,
});
