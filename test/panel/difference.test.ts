import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../panel/difference.ts';

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
