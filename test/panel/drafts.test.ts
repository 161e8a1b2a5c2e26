/** What is written in the simulator: what can be sent, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { answerOf, type Draft, draftOf, faultOf, withLine, withNewLine, withoutLine, withStatus } from '../../panel/simulator/drafts.ts';
import { response } from './fixtures.ts';

const came = draftOf(response(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain', Location: '/b' }));
const faults = (draft: Draft) => draft.lines.map(faultOf);
/** A new line with this in it. */
const written = (name: string, value: string) => withLine(withNewLine(draftOf(response(200))), 0, { name, value });

it('begins with what came, the lines of no interest to CORS apart', () => {
  expect(came.lines.map(({ name, isAside }) => [name, isAside])).toEqual([
    ['Access-Control-Allow-Origin', false],
    ['Content-Type', true],
    ['Location', false],
  ]);
  expect(answerOf(came)).toEqual({
    status: 200,
    headers: response(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain', Location: '/b' }).headers,
  });
});

describe('a status', () => {
  it.each([
    ['204', 204],
    [' 404 ', 404],
    ['', 200],
    ['20', 200],
    ['100', 200],
    ['600', 200],
    ['2OO', 200],
  ])('%j is judged as %i', (text, expected) => {
    expect(answerOf(withStatus(came, text)).status).toBe(expected);
  });
});

describe('a line', () => {
  it.each([
    ['X-A', 'b', null],
    ['X-A', '', null],
    ['', '', null],
    ['', 'b', 'no-name'],
    ['X A', 'b', 'name'],
    ['X-Ä', 'b', 'name'],
    ['X-A:', 'b', 'name'],
    ['X-A', 'ü', null],
    ['X-A', '“*”', 'value'],
    ['X-A', 'a\u200bb', 'value'],
    ['X-A', 'a\nb', 'value'],
    ['X-A', 'a\0b', 'value'],
  ] as const)('%j: %j has the fault %s', (name, value, fault) => {
    const draft = written(name, value);
    expect(faults(draft)).toEqual([fault]);
    expect(answerOf(draft).headers).toEqual(fault === null && name !== '' ? [{ name, value }] : []);
  });

  it('that came was sent, whatever is in it', () => {
    const draft = draftOf(response(200, { 'X-A': '“\u202e' }));
    expect(faults(draft)).toEqual([null]);
    expect(answerOf(draft).headers).toEqual([{ name: 'X-A', value: '“\u202e' }]);
  });

  it('loses the blanks around it', () => {
    expect(answerOf(written(' X-A ', ' b ')).headers).toEqual([{ name: 'X-A', value: 'b' }]);
  });

  it('is changed, added and removed by its key', () => {
    const changed = withLine(withoutLine(withNewLine(came), 0), 3, { name: 'Vary', value: 'Origin' });
    expect(answerOf(changed).headers.map(({ name }) => name)).toEqual(['Content-Type', 'Location', 'Vary']);
  });

  it('stays where it is when it is renamed', () => {
    expect(withLine(came, 1, { name: 'Access-Control-Allow-Methods' }).lines.map(({ isAside }) => isAside)).toEqual([false, true, false]);
  });
});
