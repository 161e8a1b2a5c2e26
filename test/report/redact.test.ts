import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import { requestCurl } from '../../src/report/curl.ts';
import type { JudgedFailure } from '../../src/report/failure.ts';
import { toJson } from '../../src/report/json.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import { redactReport } from '../../src/report/redact.ts';
import { hostile } from './hostile.ts';
import { API, answer, explanation, failed, fields, hop, input, openEngines, PAGE, preflight, problem, RECORDING } from './sample.ts';

const plain = (judged: JudgedFailure, pageUrl = `${PAGE}/`) =>
  buildReport(input([judged], { recording: { ...RECORDING, pageUrl } }), { redact: false });

/** Secrets as they are made: of a random alphabet, or as people choose them. */
const alphabets = ['0123456789abcdef', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'];
const random = fc.constantFrom(...alphabets).chain(alphabet => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 40, maxLength: 64 }));
const chosen = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.!~'), minLength: 8, maxLength: 12 }).map(text => `P4${text}z9`);

/** Where the place itself tells that it is a secret. */
const placed: readonly ((secret: string) => Partial<{ url: string; header: Header; location: string; page: string }>)[] = [
  secret => ({ header: { name: 'Cookie', value: `a=1; sid=${secret}; b=2` } }),
  secret => ({ header: { name: 'Set-Cookie', value: `sid=${secret}; Path=/; Secure` } }),
  secret => ({ header: { name: 'Authorization', value: `Bearer ${secret}` } }),
  secret => ({ header: { name: 'authorization', value: secret } }),
  secret => ({ header: { name: 'Proxy-Authorization', value: `Basic ${secret}` } }),
  secret => ({ header: { name: 'X-Api-Key', value: secret } }),
  secret => ({ header: { name: 'X-Company-Session-Id', value: secret } }),
  secret => ({ header: { name: 'Referer', value: `${PAGE}/?access_token=${secret}` } }),
  secret => ({ url: `https://user:${secret}@api.example/a` }),
  secret => ({ url: `https://${secret}@api.example/a` }),
  secret => ({ url: `${API}/a?x=1&access_token=${secret}&y=2` }),
  secret => ({ url: `${API}/a?X-Amz-Signature=${secret}` }),
  secret => ({ url: `${API}/a?next=${encodeURIComponent(`https://b.example/?jwt=${secret}`)}` }),
  secret => ({ url: `${API}/a;jsessionid=${secret}` }),
  secret => ({ url: `${API}/a#id_token=${secret}` }),
  secret => ({ location: `https://user:${secret}@b.example/` }),
  secret => ({ location: `/login?code=${secret}` }),
  secret => ({ page: `${PAGE}/?token=${secret}` }),
];

/** Where only its look tells. */
const anywhere: typeof placed = [
  secret => ({ header: { name: 'X-Debug', value: `it was ${secret}` } }),
  secret => ({ url: `${API}/share/${secret}/x` }),
  secret => ({ url: `${API}/share?x=${secret}` }),
  secret => ({ url: `${API}/share#${secret}` }),
  secret => ({ page: `${PAGE}/${secret}` }),
];

/** A failure with the secret at the place, and quoted all over the words. */
function withSecret(secret: string, place: (typeof placed)[number], quoted: boolean) {
  const { url = `${API}/items/1`, header, location, page } = place(secret);
  const extra = header === undefined ? [] : [header];
  const seen = answer(location === undefined ? 200 : 302, [...extra, ...(location === undefined ? [] : [{ name: 'Location', value: location }])]);
  const words = explanation();
  const quote = quoted ? `It quotes “${secret}”, „${secret}“ and ${url}.` : `It went to ${url}.`;
  return plain(
    failed({
      exchange: {
        hops: [
          hop({
            url,
            requestHeaders: [...fields(`Origin: ${PAGE}`), ...extra],
            preflights: [preflight({ url, response: seen, error: quote })],
            response: seen,
          }),
        ],
        log: { error: null, resourceType: null, initiator: { url, line: 1, column: 1, function: quote }, requestHeaders: null },
      },
      verdict: { engines: openEngines(quote) },
      explanation: {
        headline: quote,
        detail: `${quote} ${quoted ? `${secret.slice(0, 20)}…` : ''}`,
        checklist: words.checklist.map(({ question }) => ({ question, answer: quote })),
        problems: [problem({ received: quote, explanation: quote }), problem({ header: 'Location', received: location ?? url })],
        cause: { ...words.cause, explanation: quote },
        fix: {
          edits: [{ target: 'response', hop: 0, name: 'X-Quote', value: quote }],
          statuses: [],
          requests: [{ method: 'GET', url }],
          notes: [quote],
        },
        pageAdvice: [quote],
      },
    }),
    page,
  );
}

/** The lines of everything that can be handed on, once redacted, that hold the text. */
function linesWith(text: string, report: ReturnType<typeof plain>): readonly string[] {
  const redacted = redactReport(report);
  const exports = [toJson(redacted), toMarkdown(redacted), ...redacted.failures.map(failure => requestCurl(failure))];
  return exports.flatMap(exported => exported.split('\n').filter(line => line.includes(text)));
}

describe('no secret survives', () => {
  test('where its place tells, nor where it is quoted', () => {
    fc.assert(
      fc.property(fc.oneof(random, chosen), fc.constantFrom(...placed), (secret, place) => {
        expect(linesWith(secret.slice(0, 12), withSecret(secret, place, true))).toEqual([]);
      }),
      // Part of it looks like a secret of its own.
      { numRuns: 100, examples: placed.map(place => [`aaaaaaaaaaaaaa_${'a'.repeat(45)}`, place]) },
    );
  });

  test('where only its look tells', () => {
    fc.assert(
      fc.property(random, fc.constantFrom(...anywhere), fc.boolean(), (secret, place, quoted) => {
        expect(linesWith(secret, withSecret(secret, place, quoted))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('and it was there before', () => {
    fc.assert(
      fc.property(random, fc.constantFrom(...placed, ...anywhere), (secret, place) => {
        expect(toJson(withSecret(secret, place, true))).toContain(secret);
      }),
    );
  });

  test('where a sentence cut it in two', () => {
    const secret = 'correct-horse-7-battery';
    const judged = failed({
      exchange: { hops: [hop({ url: `${API}/a?password=${secret}` })] },
      explanation: { headline: `It went to ${API}/a?x=correct-ho…ttery.` },
    });
    expect(redactReport(plain(judged)).failures[0]?.explanation.headline).toBe(`It went to ${API}/a?x=redacted…redacted.`);
  });
});

describe('redacting twice', () => {
  test('changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(random, chosen), fc.constantFrom(...placed, ...anywhere), fc.boolean(), (secret, place, quoted) => {
        const once = redactReport(withSecret(secret, place, quoted));
        expect(redactReport(once)).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  test('changes nothing in hostile text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'?&=#;:/\\@"…%2F[]{} .-aZ9eyJ', 'token', 'https://', 'Bearer ', 'redacted', '[redacted]'),
          maxLength: 40,
        }),
        text => {
          const once = redactReport(plain(hostile(text)));
          expect(redactReport(once)).toEqual(once);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what stays', () => {
  test('a failure without secrets is not touched', () => {
    const report = plain(failed());
    expect(redactReport(report)).toEqual({ ...report, redacted: true });
  });

  test('a host is shown, even where it is also a secret', () => {
    const judged = failed({ exchange: { hops: [hop({ requestHeaders: fields('X-Api-Key: api.example', 'X-Tenant: api.example') })] } });
    const [failure] = redactReport(plain(judged)).failures;
    expect(failure?.request.headers.map(({ value }) => value)).toEqual(['[redacted]', 'api.example']);
    expect(failure?.request.url).toBe(`${API}/items/1`);
  });

  test('a secret that is a plain word is hidden in its place only', () => {
    const judged = failed({
      exchange: { hops: [hop({ requestHeaders: fields('Cookie: a=server') })] },
      explanation: { detail: 'The server answered.' },
    });
    expect(redactReport(plain(judged)).failures[0]?.explanation.detail).toBe('The server answered.');
  });
});
