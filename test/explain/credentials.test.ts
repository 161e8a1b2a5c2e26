/** Where nothing shows whether the page asked with credentials: the fix serves both, and the reader is told. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import { en } from '../../src/explain/words/en.ts';
import type { NoteCode } from '../../src/explain/words/words.ts';
import type { Exchange } from '../../src/model.ts';
import { answer, exchange, headers, hop, type Line, preflight } from '../cors/build.ts';
import { LANGUAGES } from './languages.ts';

const PAGE = 'https://app.example';
const ACAO = 'Access-Control-Allow-Origin';
const ACAC = 'Access-Control-Allow-Credentials';
const ACAM = 'Access-Control-Allow-Methods';
const ACAH = 'Access-Control-Allow-Headers';

/** A PUT with x-a whose preflight was refused. `shown` is what was seen of the request itself. */
const refused = (page: string, lines: readonly Line[], shown: readonly Line[] | null): Exchange =>
  exchange({
    initiator: page,
    state: 'failed',
    error: 'net::ERR_FAILED',
    hops: [
      hop({
        url: 'https://api.example/x',
        method: 'PUT',
        requestHeaders: shown && headers(['Origin', page], ['Sec-Fetch-Mode', 'cors'], ...shown),
        preflights: [
          preflight({
            requestHeaders: headers(['Origin', page], ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'x-a']),
            response: answer(204, lines),
          }),
        ],
      }),
    ],
  });

const COOKIE: readonly Line[] = [['Cookie', 'a=b']];
const CROSS_SITE: readonly Line[] = [['Sec-Fetch-Site', 'cross-site']];
const ANY: readonly Line[] = [[ACAO, '*'], [ACAM, '*']]; // biome-ignore format: one line

type Row = readonly [name: string, seen: Exchange, preflight: readonly string[], response: readonly string[], notes: readonly NoteCode[]];
const ROWS: readonly Row[] = [
  ['nothing is seen', refused(PAGE, [], null), [`${ACAO}: ${PAGE}`, `${ACAC}: true`, `${ACAM}: PUT`, `${ACAH}: x-a`], [`${ACAO}: ${PAGE}`, `${ACAC}: true`, 'Vary: Origin'], ['credentials-assumed']],
  ['nothing is seen, and “*” allows what it can', refused(PAGE, ANY, null), [`${ACAO}: ${PAGE}`, `${ACAC}: true`, `${ACAM}: PUT`, `${ACAH}: x-a`], [`${ACAO}: ${PAGE}`, `${ACAC}: true`, 'Vary: Origin'], ['credentials-assumed', 'star-replaced']],
  ['nothing is seen, and credentials are allowed', refused(PAGE, [[ACAO, PAGE], [ACAC, 'true'], [ACAM, 'PUT']], null), [`${ACAH}: x-a`], [`${ACAO}: ${PAGE}`, `${ACAC}: true`, 'Vary: Origin'], ['credentials-assumed']],
  ['nothing is seen, of a page without an origin', refused('null', [], null), [`${ACAO}: *`, `${ACAM}: PUT`, `${ACAH}: x-a`], [`${ACAO}: *`], ['credentials-impossible']],
  ['it asked with', refused(PAGE, ANY, COOKIE), [`${ACAO}: ${PAGE}`, `${ACAC}: true`, `${ACAM}: PUT`, `${ACAH}: x-a`], [`${ACAO}: ${PAGE}`, `${ACAC}: true`, 'Vary: Origin'], []],
  ['it asked without', refused(PAGE, ANY, CROSS_SITE), [`${ACAH}: x-a`], [`${ACAO}: ${PAGE}`, 'Vary: Origin'], []],
]; // biome-ignore format: a row each

const OF_CREDENTIALS: readonly NoteCode[] = ['credentials-assumed', 'star-replaced', 'credentials-impossible'];

describe('the fix', () => {
  it.each(ROWS)('%s', (_, seen, onPreflight, onResponse, notes) => {
    const { fix } = explain(seen, evaluate(seen, 'chromium'), 'chromium');
    const linesOf = (of: string) => fix?.edits.flatMap(({ target, name, value }) => (target === of ? [`${name}: ${value}`] : []));
    expect(linesOf('preflight')?.toSorted()).toEqual(onPreflight.toSorted());
    expect(linesOf('response')).toEqual(onResponse);
    expect(OF_CREDENTIALS.filter(code => fix?.notes.some(note => note === (en.notes[code] as () => string)()))).toEqual(notes);
  });
});

describe.each(LANGUAGES)('the reader of $language', ({ words }) => {
  const detailOf = (seen: Exchange): string => explain(seen, evaluate(seen, 'chromium'), 'chromium', words).detail;
  const said = (header: string): string => words.credentialsUnknown(header);

  it.each([
    ['a header that is missing', refused(PAGE, [[ACAO, PAGE]], null), ACAC],
    ['a “*” that does not count', refused(PAGE, ANY, null), ACAO],
  ] as const)('is told what would differ: %s', (_, seen, header) => expect(detailOf(seen)).toContain(said(header)));

  it.each([
    ['it was seen', refused(PAGE, [[ACAO, PAGE]], COOKIE)],
    ['it makes no difference to what stops the request', refused(PAGE, [], null)],
  ] as const)('is told nothing where %s', (_, seen) => expect(detailOf(seen)).not.toContain(said('').slice(0, 40)));

  it.each([
    ['nothing shows that it asked in mode cors', [], true],
    ['the browser says the mode', [['Sec-Fetch-Mode', 'cors']], false],
  ] as const)('is told that nothing may have been blocked, where a POST got no readable answer and %s', (_, sent, isTold) => {
    const seen = exchange({
      initiator: PAGE,
      timing: { responseStatus: 0, initiatorType: 'fetch' },
      hops: [hop({ url: 'http://api.example/x', method: 'POST', requestHeaders: headers(['Origin', PAGE], ...sent), response: answer(200) })],
    });
    const verdict = evaluate(seen, 'firefox');
    expect([verdict.outcome.result, verdict.failures.map(({ code }) => code)]).toEqual([isTold ? 'unknown' : 'blocked', ['allow-origin-missing']]);
    expect(explain(seen, verdict, 'firefox', words).detail.includes(words.modeUnknown)).toBe(isTold);
    expect(verdict.engines.firefox.readings.map(({ because }) => because)).toEqual(isTold ? [null, 'no-cors'] : []);
  });
});
