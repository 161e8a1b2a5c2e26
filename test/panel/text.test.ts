import { describe, expect, it } from 'vitest';
import { bound, makeVisible, visiblePieces } from '../../panel/text.ts';

const everyCharacter = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).join(' ');

describe('bound', () => {
  it.each([
    ['', 3, '', 0],
    ['abc', 3, 'abc', 0],
    ['abcd', 3, 'abc', 1],
    ['ab😀', 3, 'ab', 2],
    ['a😀b', 3, 'a😀', 1],
  ])('%j to %i', (text, limit, shown, hidden) => {
    expect(bound(text, limit)).toEqual({ shown, hidden });
  });
});

describe('makeVisible', () => {
  it.each([
    ['plain text, “quotes” and … more', 'plain text, “quotes” and … more'],
    ['Größe 日本 😀', 'Größe 日本 😀'],
    ['a\u0000b\nc\u007f', 'a⟨U+0000⟩b⟨U+000A⟩c⟨U+007F⟩'],
    ['gpj\u202eexe', 'gpj⟨U+202E⟩exe'],
    ['a\u200bb\ufeffc\u00adc', 'a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+00AD⟩c'],
    ['a\u00a0b\u3000c', 'a⟨U+00A0⟩b⟨U+3000⟩c'],
    ['tag\u{e0041}', 'tag⟨U+E0041⟩'],
    ['half \ud83d', 'half ⟨U+D83D⟩'],
  ])('%j', (text, shown) => {
    expect(makeVisible(text)).toBe(shown);
  });

  it('leaves no character that hides or reorders others', () => {
    expect(makeVisible(everyCharacter)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u);
  });
});

describe('visiblePieces', () => {
  it('tells the symbols from the text', () => {
    expect(visiblePieces('a\tb')).toEqual([
      { text: 'a', isSymbol: false },
      { text: '⟨U+0009⟩', isSymbol: true },
      { text: 'b', isSymbol: false },
    ]);
  });

  it('says the same as makeVisible', () => {
    const whole = visiblePieces(everyCharacter)
      .map(piece => piece.text)
      .join('');
    expect(whole === makeVisible(everyCharacter)).toBe(true);
  });
});
