/** What every recipe has to keep to, whatever it is asked for. */
import { describe, expect, it } from 'vitest';
import { recipeWords as german } from '../../panel/words/de/recipes.ts';
import { recipeWords as english } from '../../panel/words/en/recipes.ts';
import { amazonS3 } from '../../src/recipes/amazon-s3.ts';
import { flask } from '../../src/recipes/flask.ts';
import { RECIPES, recipeOf } from '../../src/recipes/index.ts';
import { ingressNginx } from '../../src/recipes/ingress-nginx.ts';
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
/** Whose configuration cannot say all of it; the third policy has what each of them lacks. */
const LIMITED: ReadonlySet<string> = new Set(['amazon-s3', 'azure-app-service', 'api-gateway-rest', 'firebase-functions', 'ingress-nginx']);
/** Platforms without a setting for credentials: they allow them to whoever is named, or to nobody. */
const CREDENTIALS_UNASKED: ReadonlySet<string> = new Set(['amazon-s3', 'azure-blob', 'google-cloud-storage']);
const COMMENTS = { english: english.comments, german: german.comments };
const CASES = RECIPES.flatMap(recipe =>
  POLICIES.flatMap((policy, number) =>
    Object.entries(COMMENTS).map(([language, comments]) => ({ id: recipe.id, number, language, policy, text: recipe.render(policy, comments) })),
  ),
);

/** What never may stand in one: everybody, nobody's origin, or whoever asks. */
const UNSAFE: readonly RegExp[] = [
  /allow(?:ed)?[-_]?origins?(?:list)?['"]?[\s:,=>['"]*(?:items: \[)?['"]?\*/i,
  /\bcors: *(?:true|\[? *['"]\*)/i,
  /['"]?\borigin['"]?: *\[? *['"]\*/i,
  /(?:exact|prefix): *"\*?"/i,
  /safe_regex|prefix:/,
  /--origins? '?\*/i,
  /origin: *(?:true|['"]\*['"])/i,
  /['"\s]null['"\s]/,
  /credentials: true[\s\S]*origin: *['"]\*/i,
  /\$http_origin always/,
  /origins?['"]?\s*(?:\(|=>|[:=])\s*(?:List\.of\(|\[\]string\{|\[)?['"](?:\*|null)['"]/i,
  /AnyOrigin|IsOriginAllowed|OriginPatterns\(/,
  /Allow-Origin = req\.http\.Origin/,
  /allowed\.origins<\/param-name>\s*<param-value>(?:\*|null)/,
  /Access-Control-Allow-Origin[ "']+%\{?(?:req|HTTP:Origin)/i,
];

describe('a recipe', () => {
  it.each([
    'Access-Control-Allow-Origin: *',
    '"AllowedOrigins": ["*"]',
    '"AllowOrigins": ["*"]',
    '"allowedOrigins": ["*"]',
    'AllowOrigin: "\'*\'"',
    'AccessControlAllowOrigins:\n            Items: ["*"]',
    'accessControlAllowOriginList: ["*"]',
    'cors-allow-origin: "*"',
    '"origin": ["*"]',
    '- exact: "*"',
    "--origins '*'",
    "onRequest({ cors: ['*'] }",
    'onRequest({ cors: true }',
  ])('is read for what is unsafe, as %j is', text => {
    expect(UNSAFE.filter(pattern => pattern.test(text))).not.toEqual([]);
  });

  it.each(CASES)('for $id, of policy $number in $language, lets nobody through but who is named', ({ text }) => {
    expect(UNSAFE.filter(pattern => pattern.test(text))).toEqual([]);
  });

  it.each(CASES.filter(({ id }) => !LIMITED.has(id)))(
    'for $id, of policy $number in $language, has all that has to be allowed',
    ({ policy, text }) => {
      const { origins, methods, headers, exposed } = policy;
      // Rack writes methods in lower case.
      const plain = text.replaceAll('\\', '').toLowerCase();
      expect([...origins, ...methods, ...headers, ...exposed].filter(name => !plain.includes(name.toLowerCase()))).toEqual([]);
      expect(/'undefined'|\[object/.test(text)).toBe(false);
    },
  );

  it.each(CASES)('for $id, of policy $number in $language, allows credentials where they are asked with', ({ id, policy, text }) => {
    const allows = /credentials['"]?(?:: | ?=>? ?|\(|<\/param-name>\s*<param-value>)(?:true|\))|allow-credentials(?!: "false")/i.test(text);
    expect(allows).toBe(
      policy.credentials && !CREDENTIALS_UNASKED.has(id) && !(id === 'ingress-nginx' && text.startsWith('#') && !text.includes('\n')),
    );
  });

  it.each(CASES)('for $id, of policy $number in $language, has notes of its own', ({ id, policy, language }) => {
    const notes = recipeOf(id)?.notes?.(policy, COMMENTS[language === 'german' ? 'german' : 'english']) ?? [];
    expect(notes.filter(note => note.trim() === '' || /undefined|\[object/.test(note))).toEqual([]);
    expect(new Set(notes).size).toBe(notes.length);
  });

  it('says of a method that the platform does not know', () => {
    const policy: Policy = { ...least, methods: ['PUT', 'PATCH'] };
    expect(amazonS3.render(policy)).not.toContain('PATCH');
    expect(amazonS3.notes(policy, english.comments)).toContain(english.comments.unknownMethods('PATCH'));
  });

  it('enables nothing in ingress-nginx for an origin that it would read as everybody', () => {
    const text = ingressNginx.render({ ...least, origins: ['http://[::1]:8080'] }, english.comments);
    expect(text.split('\n').filter(line => !line.startsWith('#'))).toEqual([]);
  });

  it('anchors what a package takes for a regular expression', () => {
    const text = flask.render({ ...least, origins: ['http://[::1]:8080', 'https://app.example'] }, english.comments);
    expect(text).toContain(String.raw`origins=[r"^http://\[::1\]:8080$", "https://app.example"],`);
  });

  it('has an id of its own', () => {
    expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length);
  });
});
