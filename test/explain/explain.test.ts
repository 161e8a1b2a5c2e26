import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/explain/causes/index.ts';
import { FAILURES } from '../../src/explain/failures.ts';
import type { Words } from '../../src/explain/words/words.ts';
import { ENGLISH, GERMAN } from './languages.ts';
import { type Explained, inWords, nameless, PAGE, SAMPLES } from './samples.ts';

describe('the samples', () => {
  const codes = (kind: (sample: Explained) => string): readonly string[] => [...new Set(SAMPLES.map(kind))].sort();

  it('fail in every way that there is', () => {
    expect(codes(({ explanation }) => explanation.code)).toEqual(Object.keys(FAILURES).sort());
  });

  it('have every cause', () => {
    expect(codes(({ explanation }) => explanation.cause.code)).toEqual(CAUSES.map(({ code }) => code).sort());
  });
});

const titled = (title: string): Explained => {
  const sample = SAMPLES.find(each => each.title === title);
  if (sample === undefined) throw new Error(`No sample is called "${title}".`);
  return sample;
};

/** What the checklist says of a sample: origins, headers, preflight. */
const answersOf = (title: string, words: Words): readonly string[] =>
  inWords(titled(title), words)
    .explanation.checklist.slice(1)
    .map(({ answer }) => answer);

describe('the checklist', () => {
  it.each([
    ['tls-failed in chromium', 0, /^Yes, the scheme, the host and the port: /, /^Ja, im Schema, im Host und im Port: /],
    [
      'back at the page’s own server',
      0,
      /^No, .* but the way there led through another\.$/,
      /^Nein, .* aber der Weg dorthin führte über einen anderen\.$/,
    ],
    ['sandboxed-frame in firefox', 0, /^Yes: a page without an origin /, /^Ja: Eine Seite ohne Origin /],
    ['connection-refused in firefox', 1, /^That is not the trouble: no answer came/, /^Daran liegt es nicht: Es kam keine Antwort/],
    ['corp-image in chromium', 1, /^That is not the trouble: /, /^Daran liegt es nicht: /],
    ['redirect-loop in firefox', 1, /^That is not the trouble: /, /^Daran liegt es nicht: /],
    ['preflight-401 in firefox', 1, /^Yes, but the status/, /^Ja, aber der Status/],
    ['redirect-userinfo in chromium', 1, /^Yes, but it redirects/, /^Ja, aber er leitet /],
    [
      'redirect-bare in firefox',
      1,
      /^No, one rule is broken\. Its redirect has none /,
      /^Nein, eine Regel ist verletzt\. Seine Weiterleitung enthält keinen /,
    ],
    [
      'preflight-everything-missing in chromium',
      1,
      /^No, 4 rules are broken\. Its answer to the preflight has none /,
      /^Nein, 4 Regeln sind verletzt\. Seine Antwort auf den Preflight enthält keinen /,
    ],
    ['unexplained after an answer', 1, /^As far as can be seen, yes\.$/, /^Soweit zu sehen ist, ja\.$/],
    ['a remembered preflight', 2, /^No\. .* remembers /, /^Nein\. .* gemerkt hat, /],
    ['seen only in part', 2, /^None was seen, /, /^Es war keiner zu sehen, /],
    ['allow-origin-missing in firefox', 2, /^No, there was none: /, /^Nein, es gab keinen: /],
    [
      'status-404 in chromium',
      2,
      /^No, the preflight passed\. The browser asks first because of the method PUT and the content type application\/json\.$/,
      /^Nein, der Preflight war erfolgreich\. Der Browser fragt vorher wegen der Methode PUT und des Content-Type application\/json\.$/,
    ],
    ['three headers', 2, / and 1 more\.$/, / und 1 weiteren Grundes\.$/],
    ['seven headers that nothing allows', 2, / and 5 more\.$/, / und 5 weiterer Gründe\.$/],
    ['preflight-cut in firefox', 2, /^Yes, it stops there; /, /^Ja, dort ist Schluss; /],
    ['mixed-content in chromium', 2, /^No, it never came to that\.$/, /^Nein, dazu kam es nicht\.$/],
  ] as const)('%s', (title, question, english, german) => {
    expect(answersOf(title, ENGLISH.words)[question]).toMatch(english);
    expect(answersOf(title, GERMAN.words)[question]).toMatch(german);
  });
});

describe('whose move it is', () => {
  it.each([
    ['method-patch in chromium', 'page', /^http:\/\/localhost:8100 must write /, /^http:\/\/localhost:8100 muss PATCH in Großbuchstaben schreiben/],
    [
      'a method that the server writes in lower case',
      'server',
      /must allow https:\/\/app\.example to use REPORT\./,
      / muss https:\/\/app\.example die Methode REPORT erlauben\./,
    ],
    ['header-allow-origin-sent in firefox', 'page', /must not send Access-Control headers/, /muss Access-Control-Header weglassen/],
    ['tracing headers', 'page', /headers of a monitoring library/, / sendet Monitoring-Header/],
    ['tracing headers among others', 'server', /must allow .* to send the headers /, / muss .* die Header .* erlauben\.$/],
    ['three headers', 'server', / to send the headers x-a, x-b and 1 more\.$/, / die Header x-a, x-b und 1 weiteren erlauben\.$/],
    ['status-502 in chromium', 'gateway', /mend the error first\.$/, /Beheben Sie ihn zuerst\.$/],
    ['a preflight redirected to https', 'page', /ask over https/, / sollte gleich über https anfragen\.$/],
    [
      'a redirect of a secure page to http',
      'server',
      /must redirect https:\/\/app\.example to https: the page is secure, /,
      / muss https:\/\/app\.example auf https weiterleiten/,
    ],
    ['a redirect for a slash that allows nobody', 'page', /slash/, /Schrägstrich/],
    ['a redirect to a sign-in page that allows nobody', 'server', /must answer 401/, / muss .* mit 401 antworten/],
    ['redirect-tainted in firefox', 'page', /ask for the last address directly\.$/, /Die Seite sollte das Ziel direkt aufrufen\.$/],
    ['sandboxed-frame in chromium', 'page', /out of any sandbox\.$/, /ohne Sandbox\.$/],
    [
      'a refused connection after redirects that hide the page',
      'server',
      /used by https:\/\/app\.example\.$/,
      /von https:\/\/app\.example korrigieren\.$/,
    ],
  ] as const)('%s: %s', (title, responsible, english, german) => {
    const sample = titled(title);
    expect(sample.explanation.responsible).toBe(responsible);
    expect(inWords(sample, ENGLISH.words).explanation.headline).toMatch(english);
    expect(inWords(sample, GERMAN.words).explanation.headline).toMatch(german);
  });

  it.each(['allow-origin-wildcard-with-credentials', 'allow-credentials-missing', 'allow-credentials-invalid'])(
    'is the page’s after %s where it has no origin: no server can name it together with credentials',
    code => {
      const found = SAMPLES.filter(({ verdict }) => verdict.failures[0]?.code === code).map(nameless);
      expect(found.length).toBeGreaterThan(0);
      for (const sample of found) {
        expect(sample.explanation).toMatchObject({ responsible: 'page', fix: null });
        expect(inWords(sample, ENGLISH.words).explanation.headline).toMatch(/out of any sandbox\.$/);
        expect(inWords(sample, GERMAN.words).explanation.headline).toMatch(/ohne Sandbox\.$/);
      }
    },
  );

  it('advises to ask for an address without the password that the server put into it', () => {
    const notes = titled('redirect-userinfo in chromium').explanation.fix?.notes.join(' ') ?? '';
    expect(notes).toContain('http://127.0.0.1:8101/case/redirect-userinfo/hop/1');
    expect(notes).not.toContain('secret');
  });

  it('sends a secure page on to https, whose answer needs permission as well', () => {
    expect(titled('a redirect of a secure page to http').explanation.fix?.edits).toEqual([
      { name: 'Location', value: 'https://api.other.example.org/data', target: 'redirect', hop: 0 },
      { name: 'Access-Control-Allow-Origin', value: PAGE, target: 'response', hop: 1 },
      { name: 'Vary', value: 'Origin', target: 'response', hop: 1 },
    ]);
  });

  it('advises a call from one’s own back end only where the server is another’s', () => {
    const isAdvised = ({ explanation }: Explained): boolean => explanation.pageAdvice.some(text => text.includes('call it from your own server'));
    expect(SAMPLES.filter(({ exchange }) => exchange.initiator === PAGE && isAdvised).some(isAdvised)).toBe(true);
    expect(SAMPLES.filter(({ title }) => / in (chromium|firefox)$/.test(title)).filter(isAdvised)).toEqual([]);
  });
});
