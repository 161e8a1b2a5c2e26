/** Text from the network stays text: in the tab, in what the tab exports, and in a shell. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAILURES } from '../../src/explain/failures.ts';
import type { Report } from '../../src/model.ts';
import { additionsOf } from '../../src/report/additions.ts';
import { REPORT_LIMITS } from '../../src/report/bound.ts';
import { toOneLine } from '../../src/report/headers-text.ts';
import { VALUE_MAX } from '../../src/watch/observe.ts';
import { contractErrors } from '../report/contract.ts';
import { outsideCode } from '../report/markdown-scan.ts';
import { type Asked, hostileFrame, hostileRequests, SECRET, TEXTS } from './hostile-requests.ts';
import { type InspectedSite, openSite } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { type Audit, auditRows, auditSearch, OWN_ELEMENTS } from './panel-audit.ts';
import { alarms, copies, counts, type SavedFile, savedFiles, startHearing } from './panel-views.ts';
import { resize } from './resize.ts';
import { curlLines, runCurl } from './shell.ts';
import { until } from './until.ts';

/** Bounds of what is shown and exported, in UTF-16 code units. */
const FOLDED_TEXT_MAX = 60_000;
const UNFOLDED_TEXT_MAX = 2_000_000;
/** A character that cannot be seen is shown as ⟨U+200B⟩. */
const SYMBOL_LENGTH = 8;
const BUTTON_LENGTH = 100;
const ATTRIBUTE_MAX = 5_000;
const ISSUE_MAX = 65_536;
const FILE_MAX = 5_000_000;

/** Stands in a command for what was never sent. */
const UNSEEN = '[value not seen]';
const NARROW = { width: 400, height: 800, dark: false } as const;

/** In the page: asks for all of them, one after the other, and gives those that it could read. */
const askAll = async (requests: readonly Asked[], frameUrl: string): Promise<readonly string[]> => {
  const load = (element: HTMLElement, url: string): Promise<boolean> =>
    new Promise(resolve => {
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      element.setAttribute('src', url);
      document.body.append(element);
    });
  await load(document.createElement('iframe'), frameUrl);
  const readable: string[] = [];
  for (const { url, init, element } of requests) {
    const tag = element === undefined ? null : document.createElement(element);
    tag?.setAttribute('crossorigin', '');
    const isReadable = tag === null ? await fetch(url, init).then(Boolean, () => false) : await load(tag, url);
    if (isReadable) readable.push(url);
  }
  return readable;
};

/** Every string in it. */
const stringsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];

/** The lines of a report in JSON, but for the time at which it was made. */
const linesOf = (json: string): readonly string[] => JSON.stringify({ ...JSON.parse(json), createdAt: '' }, null, 1).split('\n');

/** What of a Markdown line could be more than text; the report's own markup is none of it. */
const markupIn = (line: string): boolean =>
  /[`*_~#@&<>|\\$^={}[\]%!]|:\/\/|www\./.test(
    line
      .replace(/^#{1,3} |^\|---.*$|^\s*(?:- |\d+\. )/, '')
      .replaceAll('**', '')
      .replace(/<https:\/\/fetch\.spec\.whatwg\.org\/#[\w-]+>/, ''),
  );

describe.each(ENGINES)('hostile text in %s', engine => {
  let session: InspectedSite;
  let asked: readonly Asked[];
  let readable: readonly string[];
  let audit: Audit;
  const exported = {} as Record<'markdown' | 'json', { readonly copy: string; readonly file: SavedFile }>;

  const exportAll = async (): Promise<void> => {
    const { browser } = session;
    // What is on show then stays as it is: Chromium may stop the worker meanwhile, and evidence may still come.
    await browser.click('.pause');
    await browser.click('.export');
    for (const [index, format] of (['markdown', 'json'] as const).entries()) {
      await browser.click(`.export-actions button:nth-child(${index + 1})`);
      await browser.click(`.export-actions button:nth-child(${index + 3})`);
      const [copy = ''] = (await browser.inPanel(copies)).slice(index);
      const [file] = (await browser.inPanel(savedFiles)).slice(index);
      if (file === undefined) throw new Error('no file');
      exported[format] = { copy, file };
    }
    await browser.press('Escape');
    await browser.click('.pause');
  };

  beforeAll(async () => {
    session = await openSite(engine);
    const { browser, site } = session;
    for (const start of [browser.inPanel, browser.inDevtoolsPage]) await start(startHearing);
    asked = hostileRequests(site);
    readable = await browser.inPage(askAll, asked, hostileFrame(site));
    // The frame asks too.
    await until(
      () => browser.inPanel(counts),
      ({ blocked }) => blocked === asked.length + 1,
    );
    await resize(browser, NARROW);
    audit = await browser.inPanel(auditRows);
    await exportAll();
  });
  afterAll(() => session?.close());

  it('fails every request, and shows a row of each', () => {
    expect({ readable, rows: audit.rows }).toEqual({ readable: [], rows: asked.length + 1 });
  });

  it('makes no element', () => {
    expect(audit.elements.filter(name => !OWN_ELEMENTS.includes(name))).toEqual([]);
  });

  it('makes no attribute that runs or loads anything', () => {
    expect(audit.attributes).toEqual([]);
  });

  it('makes no link', () => {
    const own = new Set(Object.values(FAILURES).map(({ spec }) => spec));
    expect(audit.links.filter(link => !own.has(link))).toEqual([]);
  });

  it('hides, reorders and erases nothing', () => {
    expect(audit.hidden).toEqual([]);
  });

  it('is bounded while it is folded', () => {
    expect(audit.foldedText).toBeLessThan(FOLDED_TEXT_MAX);
  });

  it('is bounded when all of it is shown', () => {
    expect(audit.unfoldedText).toBeLessThan(UNFOLDED_TEXT_MAX);
  });

  it('is bounded value by value', () => {
    expect(audit.longestValue).toBeLessThan(VALUE_MAX * SYMBOL_LENGTH + BUTTON_LENGTH);
    expect(audit.longestAttribute).toBeLessThan(ATTRIBUTE_MAX);
  });

  it('breaks no layout in a narrow tab', () => {
    expect(audit.wide).toEqual([]);
  });

  it('is text in the search', async () => {
    const found = await session.browser.inPanel(auditSearch, TEXTS);
    expect(found.filter(name => !OWN_ELEMENTS.includes(name))).toEqual([]);
  });

  it('runs nothing', async () => {
    const { browser } = session;
    expect([await browser.inPanel(alarms), await browser.inDevtoolsPage(alarms), await browser.inBackground(alarms)]).toEqual([[], [], []]);
  });

  describe.each(['markdown', 'json'] as const)('exported as %s', format => {
    it('is bounded', () => {
      const { copy, file } = exported[format];
      expect(file.text.length).toBeLessThan(FILE_MAX);
      if (format === 'markdown') expect(copy.length).toBeLessThan(ISSUE_MAX);
    });

    it('has no secret', () => {
      const { copy, file } = exported[format];
      expect(copy.length).toBeGreaterThan(0);
      expect([copy, file.text].filter(text => text.includes(SECRET))).toEqual([]);
    });
  });

  it.each(['copy', 'file'] as const)('leaves no code of the Markdown %s', to => {
    const { markdown } = exported;
    const lines = outsideCode(to === 'copy' ? markdown.copy : markdown.file.text);
    expect(lines.filter(line => !line.startsWith('|')).filter(markupIn)).toEqual([]);
  });

  it('keeps the contract in the JSON, copied and saved alike', () => {
    const { copy, file } = exported.json;
    expect(contractErrors(copy)).toEqual([]);
    expect(linesOf(file.text)).toEqual(linesOf(copy));
  });

  it.each([true, false])('keeps the contract in the answer to the message, redacted: %s', async redact => {
    const report = await session.browser.report({ redact });
    expect(contractErrors(JSON.stringify(report))).toEqual([]);
    expect(JSON.stringify(report).includes(SECRET)).toBe(!redact);
    expect(Math.max(...stringsOf(report).map(({ length }) => length))).toBeLessThanOrEqual(REPORT_LIMITS.text);
  });

  it('comes out of a shell as it went in', () => {
    const { failures } = JSON.parse(exported.json.file.text) as Report;
    const messages = failures.flatMap(failure => {
      const { request, preflight } = failure;
      const { stoppedAt, preflightUrl } = additionsOf(failure);
      return [
        request,
        ...(stoppedAt === null ? [] : [stoppedAt]),
        ...(preflight === null ? [] : [{ ...preflight.request, url: preflightUrl ?? '' }]),
      ];
    });
    const urls = new Set(messages.map(({ url }) => toOneLine(url)));
    const fields = new Set(messages.flatMap(({ headers }) => headers.map(({ name, value }) => `${name}: ${toOneLine(value)}`)));
    const calls = curlLines(exported.markdown.file.text).map(runCurl);
    expect(calls.length).toBeGreaterThanOrEqual(failures.length);
    expect(calls.filter(call => call.urls.length !== 1 || !urls.has(call.urls[0] ?? ''))).toEqual([]);
    expect(calls.flatMap(({ headers }) => headers).filter(header => !fields.has(header) && !header.endsWith(`: ${UNSEEN}`))).toEqual([]);
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
