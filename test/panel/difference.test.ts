import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, type Edit, editOf, listEditOf } from '../../panel/difference.ts';

describe('differenceOf', () => {
  it.each([
    ['https://app.example/', 'https://app.example', '/', ''],
    ['https://app.example:8080', 'https://app.example:8081', '0', '1'],
    ['http://app.example', 'https://app.example', '', 's'],
    ['https://App.example', 'https://app.example', 'A', 'a'],
    ['True', 'true', 'T', 't'],
    ['true ', 'true', ' ', ''],
    ['content-type', 'content-type, x-id', '', ', x-id'],
    ['a😀b', 'a😁b', '😀', '😁'],
    ['patch', 'PATCH', 'patch', 'PATCH'],
  ])('%j against %j', (received, expected, came, wanted) => {
    const difference = differenceOf(received, expected);
    expect([difference?.received.differs, difference?.expected.differs]).toEqual([came, wanted]);
  });

  it.each([
    ['equal values', 'true', 'true'],
    ['nothing in common', '*', 'true'],
    ['too much that differs', `https://${'a'.repeat(30)}.example`, `https://${'b'.repeat(30)}.example`],
    ['values too long to compare', `${'a'.repeat(400)}/`, 'a'.repeat(400)],
  ])('gives up on %s', (_, received, expected) => {
    expect(differenceOf(received, expected)).toBeNull();
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (same, a, b) => {
        const difference = differenceOf(same + a, same + b);
        if (difference === null) return;
        const whole = ({ before, differs, after }: typeof difference.received): string => before + differs + after;
        expect([whole(difference.received), whole(difference.expected)]).toEqual([same + a, same + b]);
      }),
    );
  });
});

describe('editOf', () => {
  it.each<[received: string, expected: string, Edit]>([
    ['https://app.example/', 'https://app.example', { kind: 'extra', text: '/', place: 'end' }],
    ['https://app.example\u200b', 'https://app.example', { kind: 'extra', text: '\u200b', place: 'end' }],
    ['https://app .example', 'https://app.example', { kind: 'extra', text: ' ', place: { after: 'https://app' } }],
    ['"https://app.example', 'https://app.example', { kind: 'extra', text: '"', place: 'start' }],
    ['https://app.example:443', 'https://app.example', { kind: 'extra', text: ':443', place: 'end' }],
    ['http://app.example', 'https://app.example', { kind: 'missing', text: 's', place: { after: 'http' } }],
    ['app.example', 'https://app.example', { kind: 'missing', text: 'https://', place: 'start' }],
    ['http://localhost:3000', 'http://localhost:3001', { kind: 'other', received: '0', expected: '1', place: 'end' }],
    ['https://App.example', 'https://app.example', { kind: 'case', received: 'A', expected: 'a' }],
    ['True', 'true', { kind: 'case', received: 'T', expected: 't' }],
  ])('%j against %j', (received, expected, edit) => {
    expect(editOf(received, expected)).toEqual(edit);
  });

  it.each([
    ['equal values', 'true', 'true'],
    ['another address altogether', 'https://shop.example:8443', 'https://app.example.org'],
  ])('has none for %s', (_, received, expected) => {
    expect(editOf(received, expected)).toBeNull();
  });
});

describe('listEditOf', () => {
  it.each<[received: string, expected: string, ignoresCase: boolean, items: readonly (readonly [item: string, almost: string | null])[] | null]>([
    ['GET, PUT', 'GET, PUT', false, null],
    ['GET', 'GET, PUT', false, [['PUT', null]]],
    ['GET, PATCH', 'GET, PATCH, patch', false, [['patch', 'PATCH']]],
    ['GET, PUTT', 'GET, PUTT, PUT', false, [['PUT', 'PUTT']]],
    ['x-user_id', 'x-user_id, x-user-id', true, [['x-user-id', 'x-user_id']]],
    ['Autorization', 'Autorization, authorization', true, [['authorization', 'Autorization']]],
    ['X-Id', 'x-id', true, null],
    ['x-a', 'x-a, x-b', true, [['x-b', null]]],
    ['*', '*, authorization', true, [['authorization', null]]],
    [
      'x-a',
      'x-a, x-long, content-type',
      true,
      [
        ['x-long', null],
        ['content-type', null],
      ],
    ],
  ])('%j against %j, case ignored: %j', (received, expected, ignoresCase, items) => {
    const edit = listEditOf(received, expected, ignoresCase);
    expect(edit?.kind === 'unlisted' ? edit.items.map(({ item, almost }) => [item, almost]) : null).toEqual(items);
  });
});
