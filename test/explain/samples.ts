/** Failures to explain: all that both browsers recorded, and by hand what no recording has. */
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import { answersAmong } from '../../src/explain/known-answers.ts';
import { en } from '../../src/explain/words/en.ts';
import type { Words } from '../../src/explain/words/words.ts';
import type { Cause, Exchange, Explanation, Hop, Verdict } from '../../src/model.ts';
import { answer, exchange, headers, hop, preflight } from '../cors/build.ts';
import type { Engine } from '../demo/model.ts';
import { RECORDINGS } from '../watch/recordings.ts';
import { exchangesOf } from '../watch/replay.ts';
import { CAUSE_SAMPLES } from './cause-samples.ts';

export interface Sample {
  readonly title: string;
  readonly engine: Engine;
  readonly exchange: Exchange;
  /** What else was recorded. */
  readonly others?: readonly Exchange[];
}

export interface Explained extends Sample {
  readonly verdict: Verdict;
  readonly explanation: Explanation;
}

export const PAGE = 'https://app.example';
const API = 'https://api.other.example.org';

const sent = headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']);

const asked = (names: string, method = 'PUT') =>
  headers(['Origin', PAGE], ['Access-Control-Request-Method', method], ['Access-Control-Request-Headers', names]);

const failing = (error: string, changes: Partial<Exchange> = {}): Exchange =>
  exchange({
    initiator: PAGE,
    state: 'failed',
    error,
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: null })],
    ...changes,
  });

/** A request whose preflight was answered like this. */
const preflighted = (names: string, status: number, lines: Parameters<typeof answer>[1], method = 'PUT', changes: Partial<Hop> = {}): Exchange =>
  failing('net::ERR_FAILED', {
    hops: [
      hop({
        url: `${API}/data`,
        method,
        requestHeaders: null,
        response: null,
        preflights: [preflight({ url: `${API}/data`, requestHeaders: asked(names, method), response: answer(status, lines) })],
        ...changes,
      }),
    ],
  });

const ALLOWED = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Methods', 'PUT, PATCH'],
] as const;

const BY_HAND: Readonly<Record<string, Exchange>> = {
  'timed out': failing('net::ERR_TIMED_OUT'),
  offline: failing('net::ERR_INTERNET_DISCONNECTED'),
  'address unreachable': failing('net::ERR_ADDRESS_UNREACHABLE'),
  'blocked by an extension': failing('net::ERR_BLOCKED_BY_CLIENT'),
  'blocked by CSP': failing('net::ERR_BLOCKED_BY_CSP'),
  'unexplained after an answer': failing('net::ERR_FAILED', {
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: answer(200, [...ALLOWED, ['Access-Control-Allow-Credentials', 'true']]) })],
  }),
  'a remembered preflight': failing('net::ERR_FAILED', {
    hops: [hop({ url: `${API}/data`, method: 'PUT', requestHeaders: sent, response: answer(200) })],
  }),
  'seen only in part': failing('net::ERR_FAILED', {
    incomplete: true,
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: answer(200) })],
  }),
  'tracing headers': preflighted('baggage,traceparent', 204, ALLOWED),
  'tracing headers among others': preflighted('traceparent,x-api-key', 204, ALLOWED),
  'three headers': preflighted('x-a,x-b,x-c', 204, ALLOWED),
  'seven headers that nothing allows': preflighted('x-a,x-b,x-c,x-d,x-e,x-f,x-g', 204, []),
  'a header refused where “*” allows the origin': preflighted('x-api-key', 204, [...ALLOWED.slice(1), ['Access-Control-Allow-Origin', '*']]),
  'a page without an origin, refused at its preflight': preflighted('x-api-key', 204, [], 'PUT', {
    preflights: [preflight({ requestHeaders: [...asked('x-api-key').slice(1), { name: 'Origin', value: 'null' }], response: answer(204) })],
  }),
  'a preflight redirected to https': preflighted('x-api-key', 301, [['Location', 'https://api.other.example.org/data']], 'PUT', {
    url: 'http://api.other.example.org/data',
  }),
  'a preflight redirected for a slash': preflighted('x-api-key', 308, [['Location', '/data/']]),
  'a redirect for a slash that allows nobody': failing('net::ERR_FAILED', {
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: answer(307, [['Location', '/data/']]) })],
  }),
  'a redirect to a sign-in page that allows nobody': failing('net::ERR_FAILED', {
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: answer(302, [['Location', 'https://login.example.org/']]) })],
  }),
  'a redirect of a secure page to http': failing('net::ERR_ABORTED', {
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: answer(307, [...ALLOWED, ['Location', 'http://api.other.example.org/data']]) })],
  }),
  'a method that the server writes in lower case': preflighted('', 204, [...ALLOWED, ['Access-Control-Allow-Methods', 'report']], 'REPORT'),
  'a preflight forbidden': preflighted('x-api-key', 403, []),
  'a preflight that needs a proxy’s sign-in': preflighted('x-api-key', 407, []),
  'a service worker': failing('net::ERR_FAILED', {
    frameId: -1,
    hops: [hop({ url: `${API}/data`, requestHeaders: sent, response: answer(200) })],
  }),
  'a refused connection after redirects that hide the page': failing('net::ERR_CONNECTION_REFUSED', {
    hops: [
      hop({ url: `${API}/data`, requestHeaders: sent, response: answer(302, [...ALLOWED, ['Location', 'https://third.example/x']]) }),
      hop({ url: 'https://third.example/x', requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors']) }),
    ],
  }),
  'back at the page’s own server': failing('net::ERR_FAILED', {
    hops: [
      hop({ url: `${API}/data`, requestHeaders: sent, response: answer(302, [...ALLOWED, ['Location', `${PAGE}/x`]]) }),
      hop({ url: `${PAGE}/x`, requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors']), response: answer(200) }),
    ],
  }),
};

const recorded = RECORDINGS.flatMap(recording =>
  exchangesOf(recording).map(each => ({ title: `${recording.demo.id} in ${recording.engine}`, engine: recording.engine, exchange: each })),
);
const byHand = Object.entries(BY_HAND).map(([title, each]): Sample => ({ title, engine: 'chromium', exchange: each }));
const byCause = Object.entries(CAUSE_SAMPLES).map(
  ([code, { exchange: each, others }]): Sample => ({ title: `the cause ${code}`, engine: 'chromium', exchange: each, others }),
);

/** Null where nothing failed. */
export const explained = (sample: Sample, words: Words = en): Explained | null => {
  const verdict = evaluate(sample.exchange, sample.engine);
  return verdict.failures.length === 0
    ? null
    : { ...sample, verdict, explanation: explain(sample.exchange, verdict, sample.engine, words, { answersOf: answersAmong(sample.others ?? []) }) };
};

/** The same in another language. */
export const inWords = (sample: Explained, words: Words): Explained => ({
  ...sample,
  explanation: explain(sample.exchange, sample.verdict, sample.engine, words, { answersOf: answersAmong(sample.others ?? []) }),
});

/** The same failure of a page without an origin of its own. */
export const nameless = (sample: Explained): Explained => {
  const { verdict, title } = sample;
  const origin = { ...verdict.origin, value: 'null' };
  return inWords(
    { ...sample, title: `${title}, without an origin`, verdict: { ...verdict, origin, hopOrigins: verdict.hopOrigins.map(() => 'null') } },
    en,
  );
};

/** Every failure, explained. */
export const SAMPLES: readonly Explained[] = [...recorded, ...byHand, ...byCause].flatMap(sample => explained(sample) ?? []);

/** Everything that a person reads of an explanation; what is data (values received, edits) aside. */
const causeTexts = ({ title, explanation, shows }: Cause): readonly string[] => [title, explanation, ...(shows === null ? [] : [shows])];

export const textsOf = ({ headline, detail, checklist, problems, cause, otherCauses, fix, pageAdvice }: Explanation): readonly string[] => [
  headline,
  detail,
  ...checklist.flatMap(({ question, answer: said }) => [question, said]),
  ...problems.map(({ explanation }) => explanation),
  ...[cause, ...otherCauses].flatMap(causeTexts),
  ...(fix?.notes ?? []),
  ...pageAdvice,
];
