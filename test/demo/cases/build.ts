/** Short forms for writing cases; what a case leaves out is the plain one: a fetch from the page to `api`. */
import type { FailureCode, Stage } from '../../../src/model.ts';
import type { Answer, BodyKind, DemoCase, DemoRequest, Expected, Headers, HopAnswers, HttpAnswer, Role } from '../model.ts';

/** The URL of a case's hop; `query` is appended as it stands. */
export const hopUrl = (role: Role, hop: number, query = ''): string => `{${role}}/case/{id}${hop === 0 ? '' : `/hop/${hop}`}?run={run}${query}`;

/** Header lines as they are sent, `Name: value`. */
export const fields = (...lines: readonly string[]): Headers =>
  lines.map(line => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trimStart() };
  });

export const answer = (status: number, lines: readonly string[] = [], body: BodyKind = 'json'): HttpAnswer => ({
  status,
  headers: fields(...lines),
  body,
});

export const ALLOW_PAGE = 'Access-Control-Allow-Origin: {page}';
export const ALLOW_ANY = 'Access-Control-Allow-Origin: *';
export const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials: true';

/** A whole and right answer to a preflight. */
export const passing = (...lines: readonly string[]): HttpAnswer => answer(204, [ALLOW_PAGE, ...lines], 'none');

export const redirect = (role: Role, hop: number, lines: readonly string[] = [], status = 302): HttpAnswer =>
  answer(status, [`Location: ${hopUrl(role, hop)}`, ...lines], 'none');

export const hop = (request: Answer, preflight: Answer | null = null): HopAnswers => ({ preflight, request });

export const ALLOWED: Expected = {
  code: null,
  stage: null,
  hop: null,
  result: 'readable',
  chromium: { corsError: null, failedParameter: '', error: null },
  firefox: { reason: null, errors: [null] },
};

export interface Refusal {
  readonly hop?: number | null;
  /** `Network.CorsError`; null where Chromium names none. */
  readonly chromium: string | null;
  readonly failedParameter?: string;
  /** net::ERR_FAILED unless given. */
  readonly chromiumError?: string | null;
  readonly firefox: string | null;
  /** What Firefox usually reports at that stage unless given. */
  readonly firefoxErrors?: readonly (string | null)[];
  readonly result?: Expected['result'];
}

const BAD_URI = 'NS_ERROR_DOM_BAD_URI';

/** A refused answer has usually ended before the page's process refuses it, and then no error is reported. */
const FIREFOX_ERRORS: Readonly<Record<Stage, readonly (string | null)[]>> = {
  preflight: [BAD_URI],
  redirect: ['NS_ERROR_NET_ON_RECEIVING_FROM', 'NS_ERROR_UNEXPECTED'],
  response: [null, BAD_URI],
  network: [null],
};

export const refused = (code: FailureCode, stage: Stage, refusal: Refusal): Expected => ({
  code,
  stage,
  hop: refusal.hop === undefined ? 0 : refusal.hop,
  result: refusal.result ?? 'refused',
  chromium: {
    corsError: refusal.chromium,
    failedParameter: refusal.failedParameter ?? '',
    error: refusal.chromiumError === undefined ? 'net::ERR_FAILED' : refusal.chromiumError,
  },
  firefox: {
    reason: refusal.firefox,
    errors: refusal.firefoxErrors ?? FIREFOX_ERRORS[stage],
  },
});

const PLAIN: DemoRequest = {
  how: 'fetch',
  from: 'page',
  url: hopUrl('api', 0),
  method: 'GET',
  headers: [],
  body: null,
  mode: 'cors',
  credentials: 'same-origin',
  redirect: 'follow',
  times: 1,
};

/** A request that needs no preflight. */
export const ask = (differs: Partial<DemoRequest> = {}): DemoRequest => ({ ...PLAIN, ...differs });

/** A request that needs a preflight: JSON, put. */
export const askPut = (differs: Partial<DemoRequest> = {}): DemoRequest =>
  ask({ method: 'PUT', headers: fields('Content-Type: application/json'), body: '{}', ...differs });

/** What a preflight for `askPut` must be answered, beside the origin. */
export const PUT_LINES: readonly string[] = ['Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: content-type'];

export type CaseSpec = Pick<DemoCase, 'id' | 'title' | 'does' | 'answers' | 'expected'> & Partial<DemoCase>;

/** The cases of one group. */
export const group = (name: string, cases: readonly CaseSpec[]): readonly DemoCase[] =>
  cases.map(each => ({ group: name, request: PLAIN, needs: [], only: null, unseenBy: [], ...each }));
