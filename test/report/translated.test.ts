/** One report in every language: the words differ, and the values that they are about do not. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import { toHar } from '../../src/report/har.ts';
import { toHtml } from '../../src/report/html.ts';
import { escapeHtml } from '../../src/report/html-escape.ts';
import { toJson } from '../../src/report/json.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import { de } from '../../src/report/words/de.ts';
import { en } from '../../src/report/words/en.ts';
import type { ReportWords } from '../../src/report/words/words.ts';
import { spansOf } from './markdown-scan.ts';
import { ENGINES, recordedIn, reportOf } from './recorded-report.ts';
import { allowed, failed, input, RECORDING, redirected } from './sample.ts';

const markdownOf = (report: Report, words: ReportWords): string => toMarkdown(report, Number.POSITIVE_INFINITY, words);

/** What stands in a value's place, the count of what was cut, and the comment in a command are words: the same here in every language. */
const neutral = (values: readonly string[], { values: places, commands }: ReportWords): readonly string[] =>
  values.map(value =>
    value.includes('… (')
      ? 'CUT'
      : value
          .replaceAll(places.notSeen, 'NOT SEEN')
          .replaceAll(commands.credentialsUnknown, 'COMMENT')
          .replaceAll(escapeHtml(commands.credentialsUnknown), 'COMMENT'),
  );

/** Fenced blocks and code spans, in their order. */
function valuesInMarkdown(markdown: string): readonly string[] {
  const values: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0];
    if (fence !== null) {
      values.push(line);
      if (line === fence) fence = null;
    } else if (ticks !== undefined && !line.slice(ticks.length).includes('`')) fence = ticks;
    else values.push(...spansOf(line));
  }
  return values;
}

const valuesInHtml = (page: string): readonly string[] =>
  [...page.matchAll(/<code>(.*?)<\/code>|<span class="line">(.*?)<\/span>|href="([^"]*)"/g)].map(([value]) => value);

const REPORTS = [
  ['a sample', buildReport(input([failed(), failed(), redirected(), failed({ explanation: { fix: null, isCors: false } })]), { redact: false })],
  ['an empty one', buildReport(input([allowed()]), { redact: true })],
  ...ENGINES.map(engine => [`what was recorded in ${engine}`, reportOf(recordedIn(engine), engine)] as const),
] as const;

describe.each(REPORTS)('%s', (_, report) => {
  test('Markdown has the same values, in the same order', () => {
    const [english, german] = [en, de].map(words => neutral(valuesInMarkdown(markdownOf(report, words)), words));
    expect(english?.length).toBeGreaterThan(0);
    expect(german).toEqual(english);
  });

  test('HTML has the same values and links, in the same order', () => {
    const [english, german] = [en, de].map(words => neutral(valuesInHtml(toHtml(report, words)), words));
    expect(english?.length).toBeGreaterThan(0);
    expect(german).toEqual(english);
  });

  test('HAR differs in its comment alone', () => {
    const [english, german] = [en, de].map(words => toHar(report, words).log);
    expect(german).toEqual({ ...english, comment: expect.not.stringMatching(/^\d+ failures?\./) });
  });
});

/** What the report itself says: every string of its JSON that is another one in German, by its place. */
function differing(english: unknown, german: unknown, place = ''): readonly string[] {
  if (typeof english !== 'object' || english === null) return Object.is(english, german) ? [] : [place];
  const names = new Set([...Object.keys(english), ...Object.keys((german as object | null) ?? {})]);
  return [...names].flatMap(name =>
    differing(english[name as never], (german as object)[name as never], `${place}/${/^\d+$/.test(name) ? '*' : name}`),
  );
}

test.each(ENGINES)('JSON of what was recorded in %s differs in sentences, and where something was cut', engine => {
  const exchanges = recordedIn(engine);
  const [english, german] = [en, de].map(words => JSON.parse(toJson(reportOf(exchanges, engine, true, words))));
  expect(english.advice.length).toBeGreaterThan(3);
  const cut = (text: unknown): boolean => /… \([\d.,]+ (?:characters left out|Zeichen weggelassen)\)$/.test(String(text));
  const neutralised = (report: unknown): unknown => JSON.parse(JSON.stringify(report, (_, value) => (cut(value) ? 'CUT' : value)));
  expect([...new Set(differing(neutralised(english), neutralised(german)))].toSorted()).toEqual(['/advice/*/explanation', '/failures/*/fix/notes/*']);
});

describe('in German', () => {
  const { recording } = input([], { recording: { ...RECORDING, missedLoad: true } });
  const report = buildReport(input([failed(), failed(), redirected()], { recording }), { redact: true }, de);
  test.each([
    ['the title', '# CORS-Bericht: 3 blockierte Anfragen, 2 verschiedene Fehler\n'],
    ['the columns', '| # | Anfrage | Was geschah | Wer es beheben kann | Anzahl |'],
    ['who can mend it', '- **Wer es beheben kann:** Wer den angefragten Server betreibt.'],
    ['the cause', '- **Ursache (wahrscheinlich):** Nothing on the server handles CORS'],
    ['why the browser asked first', 'Grund: die Methode `PUT` braucht immer einen Preflight; die Seite setzt den Header `x-trace`.'],
    ['where it stopped', 'mit Status 204 beantwortet. **Hier war Schluss:** Der Browser hat das als Nein verstanden'],
    ['the rule', '1. **`Access-Control-Allow-Origin` in der Antwort auf den Preflight.** '],
    ['what would have passed', '   - Genügt hätte: `https://app.example`'],
    ['the engines', '- Safari: blockiert sie\n'],
    ['a value that was never sent', "-H 'x-trace: [Wert nicht gesehen]'"],
    ['the redirect', '`https://api.example/old` hat mit Status 302 geantwortet, einer Weiterleitung auf `https://other.example/new`.'],
    ['the counts', '- 7 Anfragen gesehen, davon 3 zu einem fremden Origin, mit 2 Preflights'],
    ['what was missed', '- Die Seite war schon geladen, als die Aufzeichnung begann'],
    ['the privacy', '**Datenschutz:** Cookies, Anmeldedaten, Passwörter in URLs'],
  ])('Markdown says %s', (_, part) => {
    expect(toMarkdown(report, undefined, de)).toContain(part);
  });

  test.each([
    ['the language', '<html lang="de" dir="ltr">'],
    ['the title', '<title>CORS-Bericht: 3 blockierte Anfragen, 2 verschiedene Fehler</title>'],
    ['the contents', '<h2 id="contents">Inhalt</h2>'],
    ['how often', 'Wer den angefragten Server betreibt; 2-mal</span>'],
    ['that it was blocked', '<span class="chip">Blockiert</span>'],
    ['what is behind it', '<b>Was dahintersteckt (wahrscheinlich):</b>'],
    ['what came', '<dt>Gekommen ist</dt><dd class="came"><em>nichts</em></dd>'],
    ['the proof', 'Das ist die ganze Änderung: Mit ihr geht die Anfrage durch.'],
    ['the console', '<h4>Die Anfrage, in der Konsole der Seite</h4>'],
  ])('HTML says %s', (_, part) => {
    expect(toHtml(report, de)).toContain(part);
  });

  test('the title of HTML is in the page’s own language in English too', () => {
    expect(toHtml(report)).toContain('<html lang="en" dir="ltr">');
  });
});
