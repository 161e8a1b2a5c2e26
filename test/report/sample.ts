import type { Exchange, Explanation, Header, Hop, PreflightSeen, Problem, Recording, ResponseSeen, Verdict } from '../../src/model.ts';
import type { ReportInput } from '../../src/report/build.ts';
import type { Judged, JudgedFailure } from '../../src/report/failure.ts';

/** Hand-made exchanges, verdicts and explanations: a page of https://app.example whose PUT to https://api.example is refused. */

export const PAGE = 'https://app.example';
export const API = 'https://api.example';
export const START = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

/** `Name: value` lines as header fields. */
export function fields(...lines: readonly string[]): Header[] {
  return lines.map(line => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}

export function answer(status: number, headers: readonly Header[] = [], more: Partial<ResponseSeen> = {}): ResponseSeen {
  return { status, headers, linesKnown: true, delivered: null, fromCache: false, ip: null, ...more };
}

export function preflight(more: Partial<PreflightSeen> = {}): PreflightSeen {
  const headers = fields(
    `Origin: ${PAGE}`,
    'Access-Control-Request-Method: PUT',
    'Access-Control-Request-Headers: x-trace',
    'User-Agent: Browser/1.0',
  );
  return {
    requestId: 'p',
    url: `${API}/items/1`,
    startedAt: START,
    endedAt: START + 5,
    requestHeaders: headers,
    response: answer(204),
    state: 'completed',
    error: null,
    ...more,
  };
}

export function hop(more: Partial<Hop> = {}): Hop {
  return { url: `${API}/items/1`, method: 'PUT', requestHeaders: null, preflights: [preflight()], response: null, ...more };
}

export function exchange(more: Partial<Exchange> = {}): Exchange {
  return {
    id: 'e',
    tabId: 1,
    frameId: 0,
    documentId: null,
    topOrigin: null,
    type: 'xmlhttprequest',
    initiator: PAGE,
    startedAt: START,
    endedAt: START + 10,
    hops: [hop()],
    state: 'failed',
    error: 'net::ERR_FAILED',
    incomplete: false,
    timing: null,
    log: null,
    ...more,
  };
}

/** What the browsers may have said of an answer with this value, where nothing shows whether the page asked with credentials. */
export function openEngines(value: string): Verdict['engines'] {
  return {
    chromium: {
      blocked: true,
      corsError: null,
      failedParameter: null,
      readings: [
        { blocked: true, corsError: 'PreflightAllowOriginMismatch', failedParameter: value, credentials: 'same-origin', because: null },
        { blocked: true, corsError: 'PreflightInvalidAllowCredentials', failedParameter: '', credentials: 'include', because: null },
      ],
    },
    firefox: {
      blocked: true,
      reason: null,
      readings: [
        { blocked: true, reason: 'CORSMultipleAllowOriginNotAllowed', credentials: null, because: 'lines' },
        { blocked: true, reason: 'CORSAllowOriginNotMatchingOrigin', credentials: null, because: 'list' },
      ],
    },
    safari: { blocked: true },
  };
}

export function verdict(more: Partial<Verdict> = {}): Verdict {
  return {
    crossOrigin: true,
    origin: { value: PAGE, basis: 'observed' },
    mode: { value: 'cors', basis: 'observed' },
    credentials: { value: 'same-origin', basis: 'inferred' },
    hopOrigins: [PAGE],
    preflightReasons: [
      [
        { kind: 'method', value: 'PUT' },
        { kind: 'header', value: 'x-trace' },
      ],
    ],
    outcome: { result: 'blocked', evidence: 'error', error: 'net::ERR_FAILED' },
    failures: [{ code: 'allow-origin-missing', stage: 'preflight', hop: 0, status: 204 }],
    engines: {
      chromium: { blocked: true, corsError: 'PreflightMissingAllowOriginHeader', failedParameter: '', readings: [] },
      firefox: { blocked: true, reason: 'CORSMissingAllowOrigin', readings: [] },
      safari: { blocked: true },
    },
    disagreement: null,
    ...more,
  };
}

export function problem(more: Partial<Problem> = {}): Problem {
  return {
    code: 'allow-origin-missing',
    stage: 'preflight',
    hop: 0,
    header: 'Access-Control-Allow-Origin',
    received: null,
    expected: PAGE,
    explanation: 'The answer names no origin that may read it.',
    spec: 'https://fetch.spec.whatwg.org/#cors-check',
    ...more,
  };
}

export function explanation(more: Partial<Explanation> = {}): Explanation {
  return {
    code: 'allow-origin-missing',
    stage: 'preflight',
    isCors: true,
    headline: `${API} does not say that pages of ${PAGE} may use it.`,
    detail: 'The server answered, but without the header that lets the page in.',
    responsible: 'server',
    checklist: [1, 2, 3, 4].map(number => ({ question: `Question ${number}?`, answer: `Answer ${number}.` })),
    problems: [problem()],
    cause: {
      code: 'no-cors-handler',
      confidence: 'likely',
      title: 'A reason',
      shows: null,
      explanation: 'Nothing on the server handles CORS for this address.',
    },
    fix: {
      edits: [
        { target: 'preflight', hop: 0, name: 'Access-Control-Allow-Origin', value: PAGE },
        { target: 'preflight', hop: 0, name: 'Access-Control-Allow-Methods', value: 'PUT' },
        { target: 'preflight', hop: 0, name: 'Access-Control-Allow-Headers', value: 'x-trace' },
        { target: 'response', hop: 0, name: 'Access-Control-Allow-Origin', value: PAGE },
      ],
      statuses: [],
      requests: [{ method: 'PUT', url: `${API}/items/1` }],
      notes: ['Send these headers on every answer, errors included.'],
    },
    otherCauses: [],
    pageAdvice: [],
    ...more,
  };
}

interface FailureParts {
  readonly exchange?: Partial<Exchange>;
  readonly verdict?: Partial<Verdict>;
  readonly explanation?: Partial<Explanation>;
}

export function failed(parts: FailureParts = {}): JudgedFailure {
  return { exchange: exchange(parts.exchange), verdict: verdict(parts.verdict), explanation: explanation(parts.explanation) };
}

/** The same request, let through: without a preflight unless its hops say otherwise. */
export function allowed(parts: Omit<FailureParts, 'explanation'> = {}): Judged {
  const passing = hop({ method: 'GET', preflights: [], response: answer(200, fields('Access-Control-Allow-Origin: *')) });
  return {
    exchange: exchange({ state: 'completed', error: null, hops: [passing], ...parts.exchange }),
    verdict: verdict({
      outcome: { result: 'allowed', evidence: 'resource-timing', error: null },
      failures: [],
      preflightReasons: [[]],
      ...parts.verdict,
    }),
    explanation: null,
  };
}

export const RECORDING: Recording = {
  tabId: 1,
  pageUrl: `${PAGE}/`,
  pageStartedAt: START,
  startedAt: START,
  requests: 7,
  dropped: 0,
  missedLoad: false,
};

export function input(exchanges: readonly Judged[], more: Partial<ReportInput> = {}): ReportInput {
  return {
    recording: RECORDING,
    browser: { engine: 'chromium', version: '156.0' },
    version: '0.1.0',
    createdAt: new Date(START + 1000),
    exchanges,
    ...more,
  };
}

/** A redirect chain: the page's GET to /old is redirected to another origin, whose answer is refused. */
export function redirected(): JudgedFailure {
  const target = 'https://other.example/new';
  return failed({
    exchange: {
      hops: [
        hop({
          url: `${API}/old`,
          method: 'GET',
          preflights: [],
          requestHeaders: fields(`Origin: ${PAGE}`),
          response: answer(302, fields(`Location: ${target}`, `Access-Control-Allow-Origin: ${PAGE}`)),
        }),
        hop({ url: target, method: 'GET', preflights: [], requestHeaders: fields('Origin: null'), response: answer(200) }),
      ],
    },
    verdict: {
      hopOrigins: [PAGE, 'null'],
      preflightReasons: [[], []],
      failures: [{ code: 'allow-origin-missing', stage: 'response', hop: 1, status: 200 }],
    },
    explanation: {
      stage: 'response',
      problems: [problem({ stage: 'response', hop: 1, expected: '*' })],
      fix: { edits: [{ target: 'response', hop: 1, name: 'Access-Control-Allow-Origin', value: '*' }], statuses: [], requests: [], notes: [] },
    },
  });
}
