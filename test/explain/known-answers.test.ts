import { describe, expect, it } from 'vitest';
import { createKnownAnswers } from '../../src/explain/known-answers.ts';
import type { Exchange } from '../../src/model.ts';
import { API, answer, exchange, hop, preflight } from '../cors/build.ts';

const answered = (id: string, status: number, url = `${API}/x`): Exchange => exchange({ id, hops: [hop({ url, response: answer(status) })] });
const noted = (...exchanges: readonly Exchange[]) => {
  const known = createKnownAnswers();
  for (const each of exchanges) known.note(each);
  return known;
};
const of = (...exchanges: readonly Exchange[]) =>
  noted(...exchanges)
    .of(API)
    .map(({ exchangeId, method, answer: { status } }) => `${exchangeId} ${method} ${status}`);

describe('what a server answered', () => {
  it.each([
    [
      'every answer of an exchange',
      [exchange({ id: 'a', hops: [hop({ response: answer(200), preflights: [preflight({ response: answer(204) })] })] })],
      ['a OPTIONS 204', 'a GET 200'],
    ],
    ['one of each kind, the latest', [answered('a', 200), answered('b', 200), answered('c', 500)], ['b GET 200', 'c GET 500']],
    ['nothing of another server', [answered('a', 200, 'http://other.example/x')], []],
    ['nothing that a trial changed', [{ ...answered('a', 200), isTried: true as const }], []],
    ['nothing where no answer came', [exchange({ id: 'a', hops: [hop()] })], []],
  ])('is %s', (_, exchanges, expected) => {
    expect(of(...exchanges)).toEqual(expected);
  });

  it('is bounded', () => {
    expect(of(...Array.from({ length: 1_000 }, (_, index) => answered('a', 200, `${API}/${index}`)))).toHaveLength(200);
  });

  it('is forgotten with its exchange', () => {
    const known = noted(answered('a', 200), answered('b', 500));
    known.forget('a');
    expect(known.of(API).map(({ exchangeId }) => exchangeId)).toEqual(['b']);
  });

  it('leaves room for others, once forgotten', () => {
    const servers = Array.from({ length: 500 }, (_, index) => answered(`${index}`, 200, `http://s${index}.example/x`));
    const known = noted(...servers);
    for (const { id } of servers) known.forget(id);
    known.note(answered('a', 200));
    expect(known.of(API)).toHaveLength(1);
  });

  it('never has a revision twice', () => {
    const known = noted(answered('a', 200));
    const before = known.revision(API);
    known.forget('a');
    known.note(answered('b', 500));
    expect(known.revision(API)).not.toBe(before);
  });

  it.each([
    ['a new kind', answered('b', 500), true],
    ['more of the same', answered('b', 200), false],
    ['another server’s', answered('b', 500, 'http://other.example/x'), false],
  ])('changes its revision with %s: %s', (_, next, isAnother) => {
    const known = noted(answered('a', 200));
    const before = known.revision(API);
    known.note(next);
    expect(known.revision(API) !== before).toBe(isAnother);
  });
});
