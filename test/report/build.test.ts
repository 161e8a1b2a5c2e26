import { describe, expect, test } from 'vitest';
import type { ReportFailure } from '../../src/model.ts';
import { additionsOf } from '../../src/report/additions.ts';
import { buildReport, MAX_OCCURRENCES } from '../../src/report/build.ts';
import type { Judged } from '../../src/report/failure.ts';
import { API, allowed, answer, exchange, failed, fields, hop, input, openEngines, PAGE, preflight, problem, redirected, START } from './sample.ts';

const plain = { redact: false };

function build(...exchanges: readonly Judged[]) {
  return buildReport(input(exchanges), plain);
}

function only(...exchanges: readonly Judged[]): ReportFailure {
  const [failure, ...others] = build(...exchanges).failures;
  if (failure === undefined || others.length > 0) throw new Error('expected one failure');
  return failure;
}

const at = (url: string, startedAt = START): ReturnType<typeof failed> =>
  failed({ exchange: { startedAt, hops: [hop({ url, preflights: [preflight({ url })] })] } });

describe('the recording', () => {
  test('is counted over failed and allowed exchanges alike', () => {
    const sameOrigin = allowed({ verdict: { crossOrigin: false } });
    const report = build(failed(), allowed(), sameOrigin, failed({ exchange: { incomplete: true } }));
    expect(report.recording).toEqual({
      startedAt: '2026-01-02T03:04:05.678Z',
      requests: 7,
      crossOrigin: 3,
      preflights: 2,
      dropped: 0,
      incomplete: 1,
      missedLoad: false,
      tried: 0,
    });
  });

  test('leaves out what a fix was tried on, and says how much', () => {
    const { failures, recording } = build(failed({ exchange: { isTried: true } }), allowed({ exchange: { isTried: true } }), allowed());
    expect({ failures, recording }).toMatchObject({ failures: [], recording: { crossOrigin: 1, preflights: 0, tried: 2 } });
  });

  test('names the page, the browser and the tool', () => {
    const { schema, generator, browser, page, createdAt, redacted } = build();
    expect({ schema, generator, browser, page, createdAt, redacted }).toEqual({
      schema: 'cors-devtools/report@1',
      generator: { name: 'cors-devtools', version: '0.1.0' },
      browser: { engine: 'chromium', version: '156.0' },
      page: { url: `${PAGE}/` },
      createdAt: '2026-01-02T03:04:06.678Z',
      redacted: false,
    });
  });
});

describe('which failures are one', () => {
  const other = (parts: Parameters<typeof failed>[0]) => failed(parts);
  const rows: readonly [what: string, first: Judged, second: Judged, groups: number][] = [
    ['time', failed(), failed({ exchange: { startedAt: START + 1 } }), 1],
    ['the query', at(`${API}/items?page=1`), at(`${API}/items?page=2`), 1],
    ['a number in the path', at(`${API}/items/1`), at(`${API}/items/22`), 1],
    ['a UUID in the path', at(`${API}/items/0b9a6f9e-32f1-4d0c-8f6e-0123456789ab`), at(`${API}/items/1b9a6f9e-32f1-4d0c-8f6e-0123456789ab`), 1],
    ['a long hexadecimal id in the path', at(`${API}/items/64f1c2a9b7e4d3f2a1b0c9d8/x`), at(`${API}/items/64f1c2a9b7e4d3f2a1b0c9d9/x`), 1],
    [
      'the line that asked',
      failed(),
      other({
        exchange: { log: { error: null, resourceType: null, initiator: { url: 'a.js', line: 1, column: 1, function: '' }, requestHeaders: null } },
      }),
      1,
    ],
    ['a word in the path', at(`${API}/items`), at(`${API}/users`), 2],
    ['the host', at(`${API}/items`), at('https://api2.example/items'), 2],
    ['the method', failed(), other({ exchange: { hops: [hop({ method: 'DELETE' })] } }), 2],
    ['the kind of request', failed(), other({ exchange: { type: 'image' } }), 2],
    ['the origin', failed(), other({ verdict: { origin: { value: 'https://b.example', basis: 'observed' } } }), 2],
    ['the status of the preflight', failed(), other({ exchange: { hops: [hop({ preflights: [preflight({ response: answer(401) })] })] } }), 2],
    ['why the browser asked first', failed(), other({ verdict: { preflightReasons: [[{ kind: 'method', value: 'PUT' }]] } }), 2],
    [
      'the status of the answer',
      failed({ exchange: { hops: [hop({ response: answer(200) })] } }),
      other({ exchange: { hops: [hop({ response: answer(500) })] } }),
      2,
    ],
    ['the cause', failed(), other({ explanation: { cause: { code: 'other', confidence: 'likely', title: '', explanation: '', shows: null } } }), 2],
    ['what was received', failed(), other({ explanation: { problems: [problem({ received: 'x' })] } }), 2],
    ['the fix', failed(), other({ explanation: { fix: null } }), 2],
    ['what else a browser may have said', failed(), other({ verdict: { engines: openEngines('https://x.example') } }), 2],
    [
      'the evidence',
      failed(),
      other({ verdict: { failures: [{ code: 'allow-origin-mismatch', stage: 'preflight', hop: 0, value: 'https://x.example', because: 'host' }] } }),
      2,
    ],
  ];
  test.each(rows)('a difference in %s', (_, first, second, groups) => {
    expect(build(first, second).failures).toHaveLength(groups);
  });

  test('they stand in the order of their first occurrence', () => {
    const report = build(at(`${API}/b`, START + 20), at(`${API}/a`, START + 10));
    expect(report.failures.map(failure => failure.request.url)).toEqual([`${API}/a`, `${API}/b`]);
  });

  test('one that was seen whole speaks for all', () => {
    const cut = failed({ exchange: { incomplete: true, hops: [hop({ url: `${API}/items/1` })] } });
    const whole = failed({ exchange: { startedAt: START + 1, hops: [hop({ url: `${API}/items/2` })] } });
    expect(only(cut, whole).request.url).toBe(`${API}/items/2`);
  });

  test('occurrences are bounded, and the rest is counted', () => {
    const many = Array.from({ length: MAX_OCCURRENCES + 7 }, (_, index) => failed({ exchange: { startedAt: START + index } }));
    const failure = only(...many);
    expect(failure.occurrences).toHaveLength(MAX_OCCURRENCES);
    expect(additionsOf(failure).occurrencesLeftOut).toBe(7);
    expect(failure.occurrences.at(-1)?.startedAt).toBe(new Date(START + many.length - 1).toISOString());
  });
});

describe('ids', () => {
  test('are the same in every report of the same failure', () => {
    expect(only(at(`${API}/items/1`)).id).toBe(only(at(`${API}/items/2?q=1`, START + 99)).id);
  });
  test('are the same redacted or not', () => {
    const judged = at(`${API}/items/${'aB3dE5fG7hJ9kL2mN4pQ6rS8'}`);
    expect(buildReport(input([judged]), { redact: true }).failures[0]?.id).toBe(only(judged).id);
  });
  test('differ within a report', () => {
    const ids = build(failed(), failed({ explanation: { fix: null } })).failures.map(failure => failure.id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('one failure', () => {
  test('has the preflight of the hop that failed', () => {
    const first = hop({
      url: `${API}/old`,
      preflights: [preflight({ url: `${API}/old`, response: answer(200) })],
      response: answer(307, fields('Location: /new')),
    });
    const second = hop({ url: `${API}/new`, preflights: [preflight({ url: `${API}/new`, response: answer(403) })] });
    const judged = failed({
      exchange: { hops: [first, second] },
      verdict: { preflightReasons: [[{ kind: 'method', value: 'PUT' }], [{ kind: 'upload-listener', value: null }]], hopOrigins: [PAGE, PAGE] },
      explanation: { problems: [problem({ hop: 1 })] },
    });
    const failure = only(judged);
    expect(failure.preflight?.response?.status).toBe(403);
    expect(failure.preflight?.reasons).toEqual([{ kind: 'upload-listener', value: null }]);
    expect(additionsOf(failure).preflightUrl).toBe(`${API}/new`);
    expect(additionsOf(failure).stoppedAt).toEqual({ url: `${API}/new`, method: 'PUT', origin: PAGE, headers: [] });
  });

  test('has the last of two preflights of one hop', () => {
    const judged = failed({
      exchange: { hops: [hop({ preflights: [preflight({ response: answer(401) }), preflight({ response: answer(500) })] })] },
    });
    expect(only(judged).preflight?.response?.status).toBe(500);
  });

  test('always has a reason for its preflight', () => {
    expect(only(failed({ verdict: { preflightReasons: [] } })).preflight?.reasons).toEqual([{ kind: 'unknown', value: null }]);
  });

  test('lists redirects apart from the answer', () => {
    const failure = only(redirected());
    expect(failure.redirects.map(({ url, status }) => [url, status])).toEqual([[`${API}/old`, 302]]);
    expect(failure.response?.status).toBe(200);
    expect(failure.fix?.redirects).toEqual([{ headers: [] }]);
  });

  test('takes a refused redirect for a redirect, not for the answer', () => {
    const refused = hop({ preflights: [], response: answer(302, fields('Location: ftp://x.example/')) });
    const failure = only(failed({ exchange: { hops: [refused] }, explanation: { stage: 'redirect', problems: [problem({ stage: 'redirect' })] } }));
    expect([failure.redirects.length, failure.response]).toEqual([1, null]);
  });

  test('names the kind of request as the network log does', () => {
    expect(
      only(failed({ exchange: { log: { error: null, resourceType: 'fetch', initiator: null, requestHeaders: null } } })).request.resourceType,
    ).toBe('fetch');
  });

  test('is blocked only where the verdict says so', () => {
    expect(only(failed({ verdict: { outcome: { result: 'unknown', evidence: 'rules', error: null } } })).outcome.result).toBe('unknown');
  });
});

describe('the fix', () => {
  const statusOf = (response: ReturnType<typeof answer> | null, statuses: { hop: number; status: number }[]) => {
    const base = failed();
    const fix = base.explanation.fix && { ...base.explanation.fix, statuses };
    return only(failed({ exchange: { hops: [hop({ preflights: [preflight({ response })] })] }, explanation: { fix } })).fix?.preflight?.status;
  };
  test.each([
    ['keeps a status that passes', answer(200), [], 200],
    ['takes the status that the fix says', answer(404), [{ hop: 0, status: 204 }], 204],
    ['takes 204 where no answer was seen', null, [], 204],
  ] as const)('%s', (_, response, statuses, expected) => {
    expect(statusOf(response, [...statuses])).toBe(expected);
  });

  test('is null where no answer can help', () => {
    expect(only(failed({ explanation: { fix: null } })).fix).toBeNull();
  });

  test('loses nothing: a second preflight is put in words', () => {
    const base = failed();
    const fix = {
      edits: [...(base.explanation.fix?.edits ?? []), { target: 'preflight', hop: 1, name: 'Access-Control-Allow-Origin', value: 'null' } as const],
      statuses: [{ hop: 1, status: 204 }],
      requests: [
        { method: 'PUT', url: `${API}/items/1` },
        { method: 'PUT', url: 'https://other.example/x' },
      ],
      notes: [],
    };
    const built = only(failed({ explanation: { fix } })).fix;
    expect(built?.notes).toEqual([
      'The preflight of https://other.example/x needs a change to its answer too: the status 204; Access-Control-Allow-Origin: null',
    ]);
    const { edits, statuses, requests } = fix;
    expect(built).toMatchObject({ edits, statuses, requests });
  });

  test('has room for a redirect that was never seen', () => {
    const edit = { target: 'redirect', hop: 0, name: 'Access-Control-Allow-Origin', value: PAGE } as const;
    const fix = { edits: [edit], statuses: [], requests: [], notes: [] };
    expect(only(failed({ explanation: { fix } })).fix?.redirects).toEqual([{ headers: [{ name: edit.name, value: PAGE }] }]);
  });
});

test('a time that is none does not break the report', () => {
  expect(only(failed({ exchange: { startedAt: Number.NaN } })).occurrences[0]?.startedAt).toBe('1970-01-01T00:00:00.000Z');
});

test('an exchange without an explanation is no failure', () => {
  expect(build({ ...failed(), explanation: null }).failures).toEqual([]);
});

test('an exchange holds only what was seen', () => {
  expect(only(failed({ exchange: exchange() })).request.headers).toEqual([]);
});
