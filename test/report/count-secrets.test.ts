import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import { countSecrets, redactReport } from '../../src/report/redact.ts';
import { API, answer, explanation, failed, fields, hop, input, PAGE, preflight } from './sample.ts';

const NONE = { cookie: 0, authorization: 0, password: 0, header: 0, 'url-token': 0, token: 0 };

const reportOf = (...headers: readonly string[]) =>
  buildReport(input([failed({ exchange: { hops: [hop({ requestHeaders: fields(...headers), preflights: [preflight()] })] } })]), { redact: false });

describe('secrets are counted by what people call them', () => {
  test.each([
    ['none', [], {}],
    ['each cookie', ['Cookie: sid=abcdef123; theme=dark-blue'], { cookie: 2 }],
    ['a credential', ['Authorization: Bearer abc123XYZ987'], { authorization: 1 }],
    ['a field of the service’s own', ['X-Api-Key: abc123XYZ987'], { header: 1 }],
    ['a token in a URL', [`Referer: ${PAGE}/?access_token=abc123XYZ987`], { 'url-token': 1 }],
    ['a password in a URL', ['Referer: https://me:abc123XYZ987@app.example/'], { password: 1 }],
    ['what looks like one', ['X-Debug: it was eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdef'], { token: 1 }],
    ['one once, however often it is quoted', ['Authorization: Bearer abc123XYZ987', 'X-Api-Key: abc123XYZ987'], { authorization: 1 }],
    ['those that are hidden already: none', ['Cookie: a=[redacted]', `Referer: ${PAGE}/?token=redacted`], {}],
  ])('%s', (_, headers, counts) => {
    expect(countSecrets(reportOf(...headers))).toEqual({ ...NONE, ...counts });
  });

  test('a redacted report has none left', () => {
    const url = `${API}/a?access_token=abc123XYZ987`;
    const report = buildReport(
      input([
        failed({
          exchange: { hops: [hop({ url, preflights: [], response: answer(200, fields('Set-Cookie: sid=abc123XYZ987; Path=/')) })] },
          explanation: explanation({ detail: `It went to ${url}.` }),
        }),
      ]),
      { redact: false },
    );
    expect(countSecrets(report)).toEqual({ ...NONE, cookie: 1 });
    expect(countSecrets(redactReport(report))).toEqual(NONE);
  });
});
