import { describe, expect, it } from 'vitest';
import { countLines, extractHeaderListValues, getHeader, isToken } from '../../src/cors/header-values.ts';
import { headers, type Line } from './build.ts';

describe('get', () => {
  const cases: readonly [name: string, lines: readonly Line[], value: string | null][] = [
    ['no field', [['B', '1']], null],
    ['one line', [['A', '1']], '1'],
    ['an empty line is not no line', [['A', '']], ''],
    ['names compare without case', [['a', '1']], '1'],
    ['several lines are joined', [['A', '1'], ['B', '2'], ['a', '3']], '1, 3'],
    ['empty lines are joined too', [['A', ''], ['A', '']], ', '],
  ]; // biome-ignore format: a row each
  it.each(cases)('%s', (_, lines, value) => expect(getHeader(headers(...lines), 'a')).toBe(value));
  it('counts lines', () => expect(countLines(headers(['A', '1'], ['B', '2'], ['a', '1']), 'a')).toBe(2));
});

describe('token', () => {
  it.each(['PUT', 'x-a', '*', '**', 'x_a', 'GET|PUT', "!#$%&'*+-.^_`|~"])('%s is one', value => expect(isToken(value)).toBe(true));
  it.each(['', 'G T', '"PUT"', 'PUT;', 'GET/PUT', 'hé', '[PUT]', 'PUT:', 'PUT=1', 'x@a', 'PUT\u000b', '(a)', 'a\\b', '{a}', 'a?'])(
    '%j is not',
    value => expect(isToken(value)).toBe(false),
  );
});

describe('extract header list values', () => {
  const cases: readonly [name: string, lines: readonly string[], values: readonly string[] | 'failure' | null][] = [
    ['no field', [], null],
    ['empty field', [''], []],
    ['a comma alone', [','], []],
    ['spaces and tabs around items', ['\tGET\t,  PUT  '], ['GET', 'PUT']],
    ['empty items', [',,PUT,,', 'GET,'], ['PUT', 'GET']],
    ['several lines', ['GET', 'PUT'], ['GET', 'PUT']],
    ['a vertical tab is no white space', ['PUT\u000b'], 'failure'],
    ['one bad item spoils the list', ['PUT, G T'], 'failure'],
    ['one bad line spoils the field', ['PUT', '"GET"'], 'failure'],
  ];
  it.each(cases)('%s', (_, lines, values) =>
    expect(
      extractHeaderListValues(
        lines.map(value => ({ name: 'A', value })),
        'a',
      ),
    ).toEqual(values),
  );
});
