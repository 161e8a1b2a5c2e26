import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell, code, fence, prose, visible } from '../../src/report/markdown-escape.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import { cellsOf, maskSpans, outsideCode, spansOf } from './markdown-scan.ts';

/** What has a meaning to some tracker, outside code. */
const MEANT = /[`*_~#@&<>|\\$^=+{}[\]%!]|:\/\/|www\.|^\s*(?:[-+]|\d+[.)])(?:\s|$)|^\s*\/|:\w+:/;

const nasty = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS.filter(text => text.length < 1000)),
  fc.string({ unit: fc.constantFrom(...'`*_~#@&<>|\\$^=+{}[]%!:/-.1aB( )"\n\r\t\u202e\u200b\u0000'), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const texts = fc.array(nasty, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '));

describe('a sentence', () => {
  test.each([
    ['plain words stay', 'The server answered, but too late (again).', 'The server answered, but too late (again).'],
    ['an origin is code', 'Pages of https://app.example:8080, and others.', 'Pages of `https://app.example:8080`, and others.'],
    ['quotes stay outside', 'It sent “http://a.example”.', 'It sent “`http://a.example`”.'],
    ['German quotes stay outside', 'Er hat „http://a.example“, „*“ und ‚#1‘ gesendet.', 'Er hat „`http://a.example`“, „`*`“ und ‚`#1`‘ gesendet.'],
    ['a mention is code', 'ask @user', 'ask `@user`'],
    ['a reference is code', 'see #12 and GH-3', 'see `#12` and `GH-3`'],
    ['a domain is code', 'api.example.com refused', '`api.example.com` refused'],
    ['a header name of the protocol is code', 'Access-Control-Allow-Origin is missing', '`Access-Control-Allow-Origin` is missing'],
    ['markup is code', '*a* _b_ <b>', '`*a*` `_b_` `<b>`'],
    ['backticks get longer ones', 'a``b', '```a``b```'],
    ['a list is none', '1. one', '`1.` one'],
    ['a dash in the middle is one', 'a - b', 'a `-` b'],
    ['lines are one line', ' a\n\nb ', 'a b'],
    ['hidden characters are spelt out', 'a\u202eb', '`a[U+202E]b`'],
    ['nothing is nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test('has nothing of the kind outside code', () => {
    fc.assert(
      fc.property(texts, text => {
        const markdown = prose(text);
        expect(markdown).not.toContain('\n');
        expect(maskSpans(markdown)).not.toMatch(MEANT);
      }),
    );
  });

  test('loses no visible character', () => {
    const letters = (text: string) => text.replace(/[`\s]/g, '');
    fc.assert(
      fc.property(texts, text => {
        expect(letters(prose(text))).toBe(letters(text.split(/\s+/).map(visible).join('')));
      }),
    );
  });
});

describe('a code span', () => {
  test('is one, and holds exactly the text', () => {
    fc.assert(
      fc.property(texts, text => {
        const shown = visible(text);
        fc.pre(shown.trim() !== '');
        expect(maskSpans(code(text))).toBe('C');
        expect(spansOf(code(text))).toEqual([shown]);
      }),
    );
  });

  test.each([
    ['', '(empty)'],
    ['  ', '(only white space)'],
  ])('of %j says so', (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

test('a fenced block ends where its text ends', () => {
  fc.assert(
    fc.property(texts, text => {
      expect(outsideCode(`${fence(text, 'http')}\nafter`)).toEqual(['after']);
    }),
  );
});

test('a table’s cell stays one cell', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      fc.pre(a.trim() !== '' && b.trim() !== '');
      expect(cellsOf(`| ${cell(code(a))} | ${cell(prose(b))} |`)).toHaveLength(2);
    }),
  );
});

test.each([
  ['a|b', 'a\\|b'],
  ['a\\|b', 'a\\\\\\|b'],
  ['a\\b', 'a\\b'],
])('in a table’s cell, %s is %s', (markdown, expected) => {
  expect(cell(markdown)).toBe(expected);
});

test('visible text has nothing hidden', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});
