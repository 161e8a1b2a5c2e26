import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHideKnown } from '../../src/report/known-secrets.ts';

test.each([
  ['nothing known', [], 'secret7', 'secret7'],
  ['a whole one', ['secret7'], 'a secret7, b', 'a #, b'],
  ['several', ['secret7', 'private8'], 'secret7private8secret7', '###'],
  ['the longer of two', ['secret7', 'secret7more'], 'secret7more', '#'],
  ['one inside of a word', ['secret7'], 'xsecret7x', 'x#x'],
  ['a beginning, cut', ['secret7'], 'a secr…', 'a #…'],
  ['an end, cut', ['secret7'], 'a …ret7 b', 'a …# b'],
  ['both, cut', ['secret7'], 'secr…ret7', '#…#'],
  ['the longest part', ['aaaabbbb'], 'aaaaabbb…', 'a#…'],
  ['too little', ['secret7'], 'sec…et7', 'sec…et7'],
  ['what is too short to be looked for', ['abc'], 'abc', 'abc'],
])('%s', (_, secrets, text, expected) => {
  expect(createHideKnown(secrets)(text, '#')).toBe(expected);
});

test('none is left, whatever stands around it', () => {
  const secret = fc.string({ unit: fc.constantFrom(...'ab1'), minLength: 6, maxLength: 10 });
  const around = fc.string({ unit: fc.constantFrom(...'ab1…'), maxLength: 10 });
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 5 }), around, around, (secrets, before, after) => {
      const shown = createHideKnown(secrets)(`${before}${secrets[0]}${after}`, '#');
      expect(secrets.filter(one => shown.includes(one))).toEqual([]);
    }),
  );
});
