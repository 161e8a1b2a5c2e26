/** What a person does in the tab: by keyboard and mouse, search, copy and export, in the real DevTools of both browsers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { detailWords, exportWords } from '../../panel/later-words.ts';
import { listWords, words } from '../../panel/words.ts';
import { contractErrors } from '../report/contract.ts';
import { ENGINES } from './launch-extension.ts';
import { NARROW, openPanel, type PanelSession, TITLE, TOKEN, WIDE } from './panel-session.ts';
import { copies, counts, focused, keepNews, keptNews, savedFiles } from './panel-views.ts';
import { until } from './until.ts';
import { rowTexts, storedStates } from './views.ts';

describe.each(ENGINES)('the tab in %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine);
  });
  beforeEach(async () => {
    await session.begin();
    await session.askForAll();
  });
  afterAll(() => session?.close());

  it('lists what was blocked, with what the reader needs first', async () => {
    const { host } = new URL(session.site.api);
    expect(await session.inPanel(rowTexts)).toEqual([
      `GET ${host}/refused Blocked · No Allow-Origin header`,
      `PUT ${host}/unauthorized Blocked · Preflight answered with 401 +3 more`,
      `GET ${host}/mismatch Blocked · Allow-Origin does not match`,
    ]);
  });

  describe('by keyboard', () => {
    it('leads through all of it with Tab', async () => {
      await session.inPanel(() => document.querySelector<HTMLElement>('.toolbar .icon-button')?.focus());
      const order: string[] = [await session.inPanel(focused)];
      for (let count = 0; count < 10; count += 1) {
        await session.press('Tab');
        order.push(await session.inPanel(focused));
      }
      expect(order.slice(0, 10)).toEqual([
        `button: ${words.clear}`,
        `button: ${words.reload}`,
        `button: ${listWords.pause.pause}`,
        'input: Blocked 3',
        `input: ${words.search}`,
        `select: ${listWords.grouping.order}`,
        `input: ${listWords.preserve.label}`,
        `button: ${words.export}`,
        `button: ${words.file.open}`,
        `tree: ${words.list}`,
      ]);
      expect(await session.inPanel(() => document.activeElement?.closest('.detail') !== null)).toBe(true);
    });

    it('moves in the list with arrows, Home and End', async () => {
      await session.inPanel(() => document.querySelector<HTMLElement>('[role=tree]')?.focus());
      await session.isActive(1);
      for (const [key, row] of [
        ['ArrowDown', 2],
        ['End', 3],
        ['ArrowDown', 3],
        ['ArrowUp', 2],
        ['Home', 1],
        ['PageDown', 3],
        ['PageUp', 1],
      ] as const) {
        await session.press(key);
        await session.isActive(row);
      }
    });

    it.each([WIDE, NARROW])('goes to the detail with Enter, and back with Escape, %j', async size => {
      await session.show(size);
      await session.inPanel(() => document.querySelector<HTMLElement>('[role=tree]')?.focus());
      await session.press('ArrowDown', 'Enter');
      await session.isFocused(`section: ${words.detail}`);
      await session.press('Escape');
      await session.isFocused(`tree: ${words.list}`);
      await session.isActive(2);
      await session.show(WIDE);
    });

    it('searches with /', async () => {
      await session.press('/', ...'mism');
      await session.isFocused(`input: ${words.search}`);
      await session.hasRows(1);
      await session.press('Escape');
      await session.hasRows(3);
    });
  });

  it('filters, and counts what each filter shows', async () => {
    expect(await session.inPanel(counts)).toEqual({ blocked: 3, warnings: 0, allowed: 2, all: 5 });
    for (const [choice, count] of [
      ['allowed', 2],
      ['all', 5],
      ['blocked', 3],
    ] as const) {
      await session.choose(choice);
      await session.hasRows(count);
    }
  });

  it('leads out of a search that finds nothing', async () => {
    await session.press('/', ...'nowhere');
    await session.shows(TITLE, words.noMatchTitle);
    await session.click('.message .button');
    await session.hasRows(5);
  });

  describe('copies', () => {
    const copied = async (selector: string): Promise<string> => {
      await session.click(selector);
      await session.shows('[role=status]', detailWords.copied);
      const [text = '', ...others] = await session.inPanel(copies);
      expect(others).toEqual([]);
      return text;
    };

    it('one line of the fix', async () => {
      expect(await copied('.code-lines .copy')).toBe(`Access-Control-Allow-Origin: ${session.site.page}`);
    });

    it('the whole fix', async () => {
      const origin = `Access-Control-Allow-Origin: ${session.site.page}`;
      expect(await copied('.fix > .copy')).toBe(`# ${detailWords.fixTargets.response}\n${origin}\nVary: Origin`);
    });

    it('the request as a command', async () => {
      const { page, api } = session.site;
      const text = await copied('.buttons .copy');
      expect(text).toMatch(new RegExp(`^curl -i '${api}/refused' `));
      expect(text).toContain(`-H 'Origin: ${page}'`);
    });
  });

  describe('exports', () => {
    const choose = async (place: number): Promise<void> => {
      await session.click('.export');
      await session.click(`.export-actions button:nth-child(${place})`);
    };
    afterEach(() => session.press('Escape'));

    it('Markdown to the clipboard', async () => {
      await choose(1);
      const [text] = await session.inPanel(copies);
      expect(text).toMatch(/^# CORS report: 3 blocked requests/);
      expect(text).not.toContain(TOKEN);
      await session.shows('[role=status]', exportWords.done(exportWords.copyMarkdown));
    });

    it('JSON to the clipboard', async () => {
      await choose(2);
      const [text = ''] = await session.inPanel(copies);
      expect(contractErrors(text)).toEqual([]);
      expect(JSON.parse(text)).toMatchObject({ redacted: true, failures: { length: 3 } });
    });

    it.each([
      [3, 'cors-report.md', 'text/markdown;charset=utf-8', /^# CORS report: 3 blocked requests/],
      [4, 'cors-report.json', 'application/json;charset=utf-8', /^\{\n {2}"schema": "cors-devtools\/report@1"/],
    ])('a file: choice %i is %s', async (place, name, mediaType, content) => {
      await choose(place);
      const [file, ...others] = await until(
        () => session.inPanel(savedFiles),
        files => files.length > 0,
      );
      expect(others).toEqual([]);
      expect(file).toEqual({ name, mediaType, text: expect.stringMatching(content) });
    });

    it('the selected request alone', async () => {
      await session.click('.export');
      await session.click('.export-scope label:last-child');
      await session.click('.export-actions button:nth-child(2)');
      const [text = ''] = await session.inPanel(copies);
      expect(JSON.parse(text).failures).toMatchObject({ length: 1, 0: { request: { url: `${session.site.api}/refused` } } });
      await session.click('.export-scope label');
    });
  });

  describe('tells a screen reader', () => {
    beforeEach(async () => {
      await session.inPanel(keepNews);
    });

    it('of a new failure', async () => {
      await session.fetch(`${session.site.api}/refused-again`);
      await until(
        () => session.inPanel(keptNews),
        news => news.includes(words.newFailures(1, 4)),
      );
    });

    it('nothing of what was allowed, or of old failures that a new background tells again', async () => {
      // A background is stopped when it has had nothing to do for long: everything is stored by then.
      await until(
        () => session.inPanel(storedStates),
        states => states.filter(state => state !== 'open').length === 5,
      );
      await session.browser.stopBackground();
      // A request that falls into the very restart may be seen in part only.
      await session.report();
      await session.fetch(`${session.site.api}/allowed`);
      await session.counts(({ all, allowed }) => all === 6 && allowed === 3);
      expect(await session.inPanel(keptNews)).toEqual([]);
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
