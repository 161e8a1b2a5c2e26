import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import type { Judged } from '../../src/report/failure.ts';
import { MAX_LISTED, MAX_WRITTEN_OUT, toHtml } from '../../src/report/html.ts';
import { escapeHtml } from '../../src/report/html-escape.ts';
import { DARK, LIGHT } from '../../src/report/html-style.ts';
import { en } from '../../src/report/words/en.ts';
import type { ReportWords } from '../../src/report/words/words.ts';
import { HOSTILE_TEXTS, hostile } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { ENGINES, recordedIn, reportOf } from './recorded-report.ts';
import { answer, failed, fields, hop, input, PAGE, preflight, problem, redirected } from './sample.ts';

const html = (exchanges: readonly Judged[], redact = true, words: ReportWords = en): string =>
  toHtml(buildReport(input(exchanges), { redact }, words), words);

const refused = failed({
  exchange: {
    hops: [hop({ preflights: [preflight({ response: answer(401, fields('Server: nginx')) })] })],
    log: { error: null, resourceType: 'fetch', initiator: { url: `${PAGE}/main.js`, line: 3, column: 5, function: 'save' }, requestHeaders: null },
  },
  explanation: { pageAdvice: ['Ask for less.'] },
});

/** Every element that is written: what else is there came from somewhere else. */
const OWN_ELEMENTS: ReadonlySet<string> = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'nav', 'main', 'footer', 'article', 'section', 'h1', 'h2', 'h3', 'h4', 'p', 'a'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'b', 'em', 'br', 'code', 'pre', 'span', 'bdi', 'details', 'summary'],
]);
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['lang', 'dir', 'charset', 'http-equiv', 'content', 'name', 'class', 'id', 'href', 'rel', 'aria-labelledby'],
]);

/** What a browser would make of it, as far as it is not text. */
function markupOf(page: string): { readonly elements: readonly string[]; readonly attributes: readonly string[]; readonly links: readonly string[] } {
  const [, body = ''] = /^<!doctype html>([\s\S]*)$/.exec(page) ?? [];
  const withoutStyle = body.replace(/<style>[^<]*<\/style>/, '');
  const tags = [...withoutStyle.matchAll(/<\/?([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g)];
  expect(withoutStyle.replace(/<\/?([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g, '')).not.toMatch(/[<>]/);
  const attributes = tags.flatMap(([, , text = '']) => [...text.matchAll(/ ([a-z-]+)="([^"]*)"/g)]);
  return {
    elements: [...new Set(tags.map(([, name = '']) => name))].filter(name => !OWN_ELEMENTS.has(name)),
    attributes: [...new Set(attributes.map(([, name = '']) => name))].filter(name => !OWN_ATTRIBUTES.has(name)),
    links: attributes.flatMap(([, name, value = '']) => (name === 'href' ? [value] : [])),
  };
}

describe('one failure is told whole', () => {
  const page = html([refused]);
  test.each([
    ['the policy', `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`],
    ['the title', '<title>CORS report: 1 blocked request</title>'],
    ['the table of contents', '<li><a href="#failure-1"><bdi>https://api.example does not say'],
    ['the headline', '<h2 id="failure-1-headline">1. <bdi>https://api.example does not say'],
    ['who can mend it', '<b>Who can mend it:</b> Whoever runs the server that was asked.'],
    ['what is behind it', '<b>What is behind it (likely):</b> <bdi>Nothing on the server'],
    ['who asked', 'asked for <code><bdi>PUT https://api.example/items/1</bdi></code> (as <code><bdi>fetch</bdi></code>, in'],
    ['where it stopped', '<b>It stopped here:</b>'],
    ['what would have passed', '<dd class="would-pass"><code><bdi>https://app.example</bdi></code></dd>'],
    ['the clause', '<a href="https://fetch.spec.whatwg.org/#cors-check" rel="noreferrer">'],
    ['the fix', '<bdi>Access-Control-Allow-Origin: https://app.example</bdi>'],
    ['the status', 'Answer with status <b>204</b>'],
    ['the proof', 'This is the whole change: with it, the request goes through.'],
    ['the page’s side', '<li><bdi>Ask for less.</bdi></li>'],
    ['the questions', '<dt><bdi>Question 4?</bdi></dt>'],
    ['Chromium’s term', '<bdi>PreflightMissingAllowOriginHeader</bdi>'],
    ['the command', 'curl -i -X OPTIONS &#39;https://api.example/items/1&#39;'],
    ['the line for the console', 'fetch(&quot;https://api.example/items/1&quot;'],
    ['the headers', '<bdi>Server: nginx</bdi>'],
    ['the browser', 'Browser: Chromium <bdi>156.0</bdi>'],
    ['the privacy', '<b>Privacy:</b> cookies, credentials'],
  ])('%s', (_, part) => {
    expect(page).toContain(part);
  });
});

describe('a redirect', () => {
  test.each(['The redirect by <code><bdi>https://api.example/old</bdi></code>: status 302', 'The request after it:'])('%s', part => {
    expect(html([redirected()])).toContain(part);
  });
});

describe.each(LANGUAGES)('in $language it is nothing but its own markup', words => {
  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('with %j in every place', (_, text) => {
    const page = html([hostile(text)], false, words);
    expect(markupOf(page)).toEqual({ elements: [], attributes: [], links: expect.any(Array) });
    expect(markupOf(page).links.filter(link => !/^(?:#failure-\d+|https:\/\/fetch\.spec\.whatwg\.org\/#[\w-]+)$/.test(link))).toEqual([]);
    expect(page).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u);
  });

  test.each(ENGINES)('for all that was recorded in %s, attacks included', engine => {
    const page = toHtml(reportOf(recordedIn(engine), engine, false, words), words);
    expect(markupOf(page)).toEqual({ elements: [], attributes: [], links: expect.any(Array) });
  });

  test('it asks for nothing', () => {
    expect(html([refused, redirected()], true, words)).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)|url\(|@import|\son\w+=/i);
  });
});

test('an escaped text has no markup, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => void expect(escapeHtml(text)).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/)),
  );
});

test('it is bounded, and says what it leaves out', () => {
  const many = Array.from({ length: MAX_LISTED + 1 }, (_, number) => failed({ explanation: { problems: [problem({ received: `v${number}` })] } }));
  const page = html(many);
  expect(page.match(/<article/g)?.length).toBe(MAX_WRITTEN_OUT);
  expect(page).toContain(`${MAX_LISTED + 1 - MAX_WRITTEN_OUT} more failures are in the JSON export.`);
  expect(page).toContain('1 more failure is in the JSON export.');
});

test('nothing blocked is told too', () => {
  expect(html([])).toContain('<h1>CORS report: no request was blocked</h1>');
});

test('what is not redacted warns', () => {
  expect(html([refused], false)).toContain('<p class="warning"><b>Privacy:</b> nothing in this text is redacted.');
});

describe('its colours are the tab’s', () => {
  const theme = readFileSync(new URL('../../panel/styles/theme.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = theme.split('[data-theme="dark"]');
  test.each([
    ['light', LIGHT, light],
    ['dark', DARK, dark],
  ])('%s', (_, colours, css) => {
    for (const [name, value] of Object.entries(colours)) expect(css).toContain(`${name}: ${value};`);
  });
});
