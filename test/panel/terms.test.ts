import { describe, expect, it } from 'vitest';
import { planTerms } from '../../panel/terms.ts';

const explained = (texts: readonly string[]): readonly string[] => {
  const plan = planTerms(texts);
  return texts.flatMap(text => (plan.get(text) ?? []).flatMap(({ term, text: shown }) => (term === null ? [] : [`${term.id}: ${shown}`])));
};

describe('planTerms', () => {
  it('explains a term where it is first used, and nowhere else', () => {
    expect(explained(['The preflight failed.', 'A preflight is a question.'])).toEqual(['preflight: preflight']);
  });

  it('explains each term of a text', () => {
    expect(explained(['Credentials need an origin, not the wildcard.'])).toEqual([
      'credentials: Credentials',
      'origin: origin',
      'wildcard: wildcard',
    ]);
  });

  it.each([
    'Access-Control-Allow-Origin is missing.',
    'Access-Control-Allow-Credentials: true',
    'https://origin.example/preflight',
    'aboriginal',
    'origin-based',
    'example.origin.test',
  ])('finds no term inside a name or an address: %s', text => {
    expect(explained([text])).toEqual([]);
  });

  it.each([
    ['It is cross-origin.', 'cross-origin: cross-origin'],
    ['It sends Origin: null then.', 'null-origin: Origin: null'],
    ['End of the redirect.', 'redirect: redirect'],
  ])('takes the longest term: %s', (text, found) => {
    expect(explained([text])).toEqual([found]);
  });

  it('keeps the punctuation around a term with it', () => {
    expect(
      planTerms(['A “preflight”, then.'])
        .get('A “preflight”, then.')
        ?.map(({ opening, text, closing }) => [opening, text, closing]),
    ).toEqual([
      ['', 'A ', ''],
      ['“', 'preflight', '”,'],
      ['', ' then.', ''],
    ]);
  });

  it('loses no character of a text', () => {
    const text = 'The preflight, the origin, and the preflight again.';
    expect(
      planTerms([text])
        .get(text)
        ?.map(({ opening, text: shown, closing }) => opening + shown + closing)
        .join(''),
    ).toBe(text);
  });

  it('looks through the beginning of a 100 kB text only', () => {
    expect(explained([`${'a '.repeat(50_000)} preflight`])).toEqual([]);
  });
});
