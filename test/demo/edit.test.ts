import { describe, expect, it } from 'vitest';
import { applyFix, editHeaders } from './edit.ts';
import type { HopAnswers } from './model.ts';

const header = (name: string, value: string) => ({ name, value });
const answer = (status: number, ...headers: { name: string; value: string }[]) => ({ status, headers, body: 'none' as const });

describe('editHeaders', () => {
  it.each([
    ['replaces a field', [header('A', '1')], [header('A', '2')], [header('A', '2')]],
    [
      'replaces every line of a field',
      [header('A', '1'), header('B', '1'), header('A', '2')],
      [header('A', '3')],
      [header('B', '1'), header('A', '3')],
    ],
    ['knows a name in any case', [header('a-b', '1')], [header('A-B', '2')], [header('A-B', '2')]],
    ['adds a field that is not there', [header('A', '1')], [header('B', '2')], [header('A', '1'), header('B', '2')]],
    ['leaves what it does not name', [header('A', '1'), header('A', '2')], [], [header('A', '1'), header('A', '2')]],
  ])('%s', (_title, headers, edits, edited) => {
    expect(editHeaders(headers, edits)).toEqual(edited);
  });
});

describe('applyFix', () => {
  const hops: readonly HopAnswers[] = [
    { preflight: answer(200, header('P', '0')), request: answer(302, header('R', '0')) },
    { preflight: answer(404, header('P', '1')), request: answer(200, header('R', '1')) },
  ];
  const none = { preflight: null, redirects: [], response: null };

  it('edits the last preflight unless told otherwise', () => {
    const [first, last] = applyFix(hops, { ...none, preflight: { status: 204, headers: [header('P', 'x')] } });
    expect(first).toEqual(hops[0]);
    expect(last?.preflight).toEqual(answer(204, header('P', 'x')));
  });

  it('edits the preflight of the hop that it is told', () => {
    const [first, last] = applyFix(hops, { ...none, preflight: { status: 204, headers: [], hop: 0 } });
    expect(first?.preflight).toEqual(answer(204, header('P', '0')));
    expect(last).toEqual(hops[1]);
  });

  it('edits redirects in their order and the response in the last hop', () => {
    const [first, last] = applyFix(hops, { ...none, redirects: [{ headers: [header('R', 'a')] }], response: { headers: [header('R', 'b')] } });
    expect([first?.request, last?.request]).toEqual([answer(302, header('R', 'a')), answer(200, header('R', 'b'))]);
  });

  it('makes an answer of what was none', () => {
    const [only] = applyFix([{ preflight: 'cut', request: 'cut' }], { ...none, preflight: { status: 204, headers: [header('P', 'x')] } });
    expect(only).toEqual({ preflight: answer(204, header('P', 'x')), request: 'cut' });
  });
});
