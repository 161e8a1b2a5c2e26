/** What every recipe has to keep to, whatever it is asked for. */
import { describe, expect, it } from 'vitest';
import { recipeWords as german } from '../../panel/words/de/recipes.ts';
import { recipeWords as english } from '../../panel/words/en/recipes.ts';
import { flask } from '../../src/recipes/flask.ts';
import { RECIPES } from '../../src/recipes/index.ts';
import type { Policy } from '../../src/recipes/policy.ts';

const least: Policy = { origins: ['https://app.example'], methods: [], headers: [], exposed: [], credentials: false };
const POLICIES: readonly Policy[] = [
  least,
  { ...least, credentials: true },
  { ...least, exposed: ['*'] },
  {
    origins: ['http://localhost:5173', 'http://[::1]:8080'],
    methods: ['PUT', 'DELETE'],
    headers: ['authorization', 'content-type'],
    exposed: ['X-Total', 'ETag'],
    credentials: true,
  },
];
const COMMENTS = { english: english.comments, german: german.comments };
const CASES = RECIPES.flatMap(recipe =>
  POLICIES.flatMap((policy, number) =>
    Object.entries(COMMENTS).map(([language, comments]) => ({ id: recipe.id, number, language, policy, text: recipe.render(policy, comments) })),
  ),
);

/** What never may stand in one: everybody, nobody's origin, or whoever asks. */
const UNSAFE: readonly RegExp[] = [
  /Allow-Origin['"]?[\s:,=>]*['"]?\*/i,
  /origin: *(?:true|['"]\*['"])/i,
  /['"\s]null['"\s]/,
  /credentials: true[\s\S]*origin: *['"]\*/i,
  /\$http_origin always/,
  /Access-Control-Allow-Origin[ "']+%\{?(?:req|HTTP:Origin)/i,
];

describe('a recipe', () => {
  it.each(CASES)('for $id, of policy $number in $language, lets nobody through but who is named', ({ text }) => {
    expect(UNSAFE.filter(pattern => pattern.test(text))).toEqual([]);
  });

  it.each(CASES)('for $id, of policy $number in $language, has all that has to be allowed', ({ policy, text }) => {
    const { origins, methods, headers, exposed } = policy;
    // Rack writes methods in lower case.
    const plain = text.replaceAll('\\', '').toLowerCase();
    expect([...origins, ...methods, ...headers, ...exposed].filter(name => !plain.includes(name.toLowerCase()))).toEqual([]);
    expect(/'undefined'|\[object/.test(text)).toBe(false);
  });

  it.each(CASES)('for $id, of policy $number in $language, allows credentials where they are asked with', ({ policy, text }) => {
    expect(/credentials(?:: | ?= ?)true|allow-credentials/i.test(text)).toBe(policy.credentials);
  });

  it('anchors what a package takes for a regular expression', () => {
    const text = flask.render({ ...least, origins: ['http://[::1]:8080', 'https://app.example'] }, english.comments);
    expect(text).toContain(String.raw`origins=[r"^http://\[::1\]:8080$", "https://app.example"],`);
  });

  it('has an id of its own', () => {
    expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length);
  });
});
