import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import type { Judged } from '../../src/report/failure.ts';
import { fixSections, headerLines } from '../../src/report/headers-text.ts';
import { API, answer, explanation, failed, fields, hop, input, PAGE, preflight, redirected } from './sample.ts';

function built(judged: Judged) {
  const [failure] = buildReport(input([judged]), { redact: false }).failures;
  if (failure === undefined) throw new Error('expected a failure');
  return failure;
}

test('a field is one line, whatever is in it', () => {
  expect(headerLines([...fields('A: 1'), { name: 'B\n', value: '2\r\nC: 3\u202e' }])).toBe('A: 1\nB: 2C: 3');
});

describe('the fix', () => {
  test('has a section for each answer', () => {
    expect(fixSections(built(failed())).map(({ title, method, url, status, lines }) => [title, method, url, status, lines])).toEqual([
      [
        'The answer to the preflight',
        'OPTIONS',
        `${API}/items/1`,
        null,
        `Access-Control-Allow-Origin: ${PAGE}\nAccess-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: x-trace`,
      ],
      ['The answer to the request itself', 'PUT', `${API}/items/1`, null, `Access-Control-Allow-Origin: ${PAGE}`],
    ]);
  });

  test('says which status the preflight needs, where it has another', () => {
    const judged = failed({
      exchange: { hops: [hop({ preflights: [preflight({ response: answer(405) })] })] },
      explanation: { fix: { edits: [], statuses: [{ hop: 0, status: 204 }], requests: [], notes: [] } },
    });
    expect(fixSections(built(judged)).map(({ method, status, lines }) => [method, status, lines])).toEqual([['OPTIONS', 204, '']]);
  });

  test('is empty where no answer can help', () => {
    expect(fixSections(built(failed({ explanation: { fix: null } })))).toEqual([]);
  });

  test('is about the answer after the redirect, and passes over redirects that need nothing', () => {
    expect(fixSections(built(redirected())).map(({ target, url }) => [target, url])).toEqual([['response', 'https://other.example/new']]);
  });

  test('is about a redirect that needs something', () => {
    const base = redirected();
    const edits = [{ target: 'redirect', hop: 0, name: 'Access-Control-Allow-Origin', value: PAGE } as const];
    const judged = { ...base, explanation: explanation({ fix: { edits, statuses: [], requests: [], notes: [] } }) };
    expect(fixSections(built(judged)).map(({ target, title, url }) => [target, title, url])).toEqual([['redirect', 'The redirect', `${API}/old`]]);
  });
});
