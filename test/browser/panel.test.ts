/** The tab as a person uses it, in the real DevTools of both browsers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { words } from '../../panel/words.ts';
import type { OtherTab } from '../../src/launch/inspected-browser.ts';
import { contractErrors } from '../report/contract.ts';
import { setHostAccess, UNASKED } from './access.ts';
import { type InspectedSite, openSite } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import {
  activeRow,
  copies,
  counts,
  cutOff,
  faintTexts,
  focused,
  groundLightness,
  isShown,
  keepNews,
  keptNews,
  savedFiles,
  startHearing,
  textsOf,
} from './panel-views.ts';
import { resize } from './resize.ts';
import { answer } from './site.ts';
import { until } from './until.ts';
import { type Api, panelText, rowTexts, storedStates } from './views.ts';

const WIDE = { width: 1280, height: 800 } as const;
const NARROW = { width: 400, height: 800 } as const;
const TITLE = '.message h2';
const FILTER = (choice: 'blocked' | 'allowed' | 'all') => `.filter[data-choice=${choice}]`;

const accessPage = (): string => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  return (browser ?? chrome).runtime.getURL('panel/access.html');
};
/** In the background: the addresses of the extension's pages that are tabs. */
const ownTabs = async (): Promise<readonly string[]> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  const contexts = await (browser ?? chrome).runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.map(({ documentUrl }) => documentUrl ?? '');
};
const timeOrigin = (): number => performance.timeOrigin;

describe.each(ENGINES)('the tab in %s', engine => {
  let session: InspectedSite;
  const inPanel: InspectedSite['browser']['inPanel'] = (run, ...args) => session.browser.inPanel(run, ...args);
  const shows = (selector: string, text: string): Promise<unknown> =>
    until(
      () => inPanel(textsOf, selector),
      texts => texts.includes(text),
    );
  const hasRows = (count: number): Promise<unknown> =>
    until(
      () => inPanel(rowTexts),
      rows => rows.length === count,
    );
  const isFocused = (name: string): Promise<unknown> =>
    until(
      () => inPanel(focused),
      found => found === name,
    );
  const isActive = (row: number): Promise<unknown> =>
    until(
      () => inPanel(activeRow),
      found => found === row,
    );
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await session.browser.press(key);
  };
  const show = (size: { readonly width: number; readonly height: number }, dark = false): Promise<void> => resize(session.browser, { ...size, dark });

  /** A page that has asked for nothing yet, and the tab as it is at first. */
  const begin = async (): Promise<void> => {
    const { browser } = session;
    await browser.reload();
    await inPanel(startHearing);
    await browser.click(FILTER('blocked'));
    await press('/', 'Escape', 'Escape');
    await browser.click('.toolbar .icon-button');
    await until(
      () => inPanel(counts),
      ({ all }) => all === 0,
    );
  };
  const askForAll = async (): Promise<void> => {
    const { api } = session.site;
    await session.fetch(`${api}/refused`);
    await session.fetch(`${api}/unauthorized`, { method: 'PUT', headers: { Authorization: 'Bearer a-token-to-hide' } });
    await session.fetch(`${api}/mismatch`);
    await session.fetch(`${api}/allowed`);
    await session.fetch(`${api}/allowed-too`);
    await until(
      () => inPanel(counts),
      ({ blocked, allowed }) => blocked === 3 && allowed === 2,
    );
    await hasRows(3);
  };

  beforeAll(async () => {
    session = await openSite(engine, { preferences: UNASKED });
    const { site } = session;
    site.answer('/unauthorized', answer(401));
    site.answer('/mismatch', answer(200, ['Access-Control-Allow-Origin: https://other.example']));
    for (const path of ['/allowed', '/allowed-too']) site.answer(path, answer(200, ['Access-Control-Allow-Origin: *']));
    await show(WIDE);
  });
  beforeEach(begin);
  afterAll(() => session?.close());

  describe('with requests', () => {
    beforeEach(askForAll);

    it('lists what was blocked, with what the reader needs first', async () => {
      const { host } = new URL(session.site.api);
      expect(await inPanel(rowTexts)).toEqual([
        `GET ${host}/refused Blocked · No Allow-Origin header`,
        `PUT ${host}/unauthorized Blocked · Preflight answered with 401 +3 more`,
        `GET ${host}/mismatch Blocked · Allow-Origin does not match`,
      ]);
    });

    describe('by keyboard', () => {
      it('leads through all of it with Tab', async () => {
        await inPanel(() => document.querySelector<HTMLElement>('.toolbar .icon-button')?.focus());
        const order: string[] = [await inPanel(focused)];
        for (let count = 0; count < 6; count += 1) {
          await press('Tab');
          order.push(await inPanel(focused));
        }
        expect(order.slice(0, 6)).toEqual([
          `button: ${words.clear}`,
          `button: ${words.reload}`,
          'input: Blocked 3',
          `input: ${words.search}`,
          `button: ${words.export}`,
          `listbox: ${words.list}`,
        ]);
        expect(await inPanel(() => document.activeElement?.closest('.detail') !== null)).toBe(true);
      });

      it('moves in the list with arrows, Home and End', async () => {
        await inPanel(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
        await isActive(1);
        for (const [key, row] of [
          ['ArrowDown', 2],
          ['End', 3],
          ['ArrowDown', 3],
          ['ArrowUp', 2],
          ['Home', 1],
          ['PageDown', 3],
          ['PageUp', 1],
        ] as const) {
          await press(key);
          await isActive(row);
        }
      });

      it.each([WIDE, NARROW])('goes to the detail with Enter, and back with Escape, %j', async size => {
        await show(size);
        await inPanel(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
        await press('ArrowDown', 'Enter');
        await isFocused(`section: ${words.detail}`);
        await press('Escape');
        await isFocused(`listbox: ${words.list}`);
        await isActive(2);
        await show(WIDE);
      });

      it('searches with /', async () => {
        await press('/', ...'mism');
        await isFocused(`input: ${words.search}`);
        await hasRows(1);
        await press('Escape');
        await hasRows(3);
      });
    });

    it('filters, and counts what each filter shows', async () => {
      expect(await inPanel(counts)).toEqual({ blocked: 3, allowed: 2, all: 5 });
      for (const [choice, count] of [
        ['allowed', 2],
        ['all', 5],
        ['blocked', 3],
      ] as const) {
        await session.browser.click(FILTER(choice));
        await hasRows(count);
      }
    });

    it('leads out of a search that finds nothing', async () => {
      await press('/', ...'nowhere');
      await shows(TITLE, words.noMatchTitle);
      await session.browser.click('.message .button');
      await hasRows(5);
    });

    describe('copies', () => {
      const copied = async (selector: string): Promise<string> => {
        await session.browser.click(selector);
        await shows('[role=status]', words.copied);
        const [text = '', ...others] = await inPanel(copies);
        expect(others).toEqual([]);
        return text;
      };

      it('one line of the fix', async () => {
        expect(await copied('.code-lines .copy')).toBe(`Access-Control-Allow-Origin: ${session.site.page}`);
      });

      it('the whole fix', async () => {
        const origin = `Access-Control-Allow-Origin: ${session.site.page}`;
        expect(await copied('.fix > .copy')).toBe(`# ${words.fixTargets.response}\n${origin}\nVary: Origin`);
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
        await session.browser.click('.export');
        await session.browser.click(`.export-actions button:nth-child(${place})`);
      };
      afterEach(() => press('Escape'));

      it('Markdown to the clipboard', async () => {
        await choose(1);
        const [text] = await inPanel(copies);
        expect(text).toMatch(/^# CORS report: 3 blocked requests/);
        expect(text).not.toContain('a-token-to-hide');
        await shows('[role=status]', words.exported(words.copyMarkdown));
      });

      it('JSON to the clipboard', async () => {
        await choose(2);
        const [text = ''] = await inPanel(copies);
        expect(contractErrors(text)).toEqual([]);
        expect(JSON.parse(text)).toMatchObject({ redacted: true, failures: { length: 3 } });
      });

      it.each([
        [3, 'cors-report.md', 'text/markdown;charset=utf-8', /^# CORS report: 3 blocked requests/],
        [4, 'cors-report.json', 'application/json;charset=utf-8', /^\{\n {2}"schema": "cors-devtools\/report@1"/],
      ])('a file: choice %i is %s', async (place, name, mediaType, content) => {
        await choose(place);
        const [file, ...others] = await until(
          () => inPanel(savedFiles),
          files => files.length > 0,
        );
        expect(others).toEqual([]);
        expect(file).toEqual({ name, mediaType, text: expect.stringMatching(content) });
      });

      it('the selected request alone', async () => {
        await session.browser.click('.export');
        await session.browser.click('.export-scope label:last-child');
        await session.browser.click('.export-actions button:nth-child(2)');
        const [text = ''] = await inPanel(copies);
        expect(JSON.parse(text).failures).toMatchObject({ length: 1, 0: { request: { url: `${session.site.api}/refused` } } });
        await session.browser.click('.export-scope label');
      });
    });

    describe('tells a screen reader', () => {
      beforeEach(async () => {
        await inPanel(keepNews);
      });

      it('of a new failure', async () => {
        await session.fetch(`${session.site.api}/refused-again`);
        await until(
          () => inPanel(keptNews),
          news => news.includes(words.newFailures(1, 4)),
        );
      });

      it('nothing of what was allowed, or of old failures that a new background tells again', async () => {
        // A background is stopped when it has had nothing to do for long: everything is stored by then.
        await until(
          () => inPanel(storedStates),
          states => states.filter(state => state !== 'open').length === 5,
        );
        await session.browser.stopBackground();
        await session.fetch(`${session.site.api}/allowed`);
        await until(
          () => inPanel(counts),
          ({ all, allowed }) => all === 6 && allowed === 3,
        );
        expect(await inPanel(keptNews)).toEqual([]);
      });
    });

    describe.each([false, true])('in DevTools’ theme, dark: %s', dark => {
      afterEach(() => show(WIDE));

      it('takes its ground', async () => {
        await show(WIDE, dark);
        await until(
          () => inPanel(groundLightness),
          lightness => lightness < 128 === dark,
        );
      });

      it('has no text that is hard to read', async () => {
        await show(WIDE, dark);
        await session.browser.click('[role=option]:nth-of-type(2)');
        await until(
          () => inPanel(groundLightness),
          lightness => lightness < 128 === dark,
        );
        expect(await inPanel(faintTexts)).toEqual([]);
      });
    });

    describe('400 pixels wide', () => {
      beforeEach(() => show(NARROW));
      afterEach(() => show(WIDE));

      it('shows the list or the detail', async () => {
        const shown = async () => ({ list: await inPanel(isShown, '.list'), detail: await inPanel(isShown, '.detail') });
        expect(await shown()).toEqual({ list: true, detail: false });
        await session.browser.click('[role=option]');
        await until(shown, ({ list, detail }) => detail && !list);
        await session.browser.click('.back');
        await until(shown, ({ list, detail }) => list && !detail);
      });

      it('cuts nothing off', async () => {
        expect(await inPanel(cutOff)).toEqual([]);
        await session.browser.click('[role=option]');
        await until(() => inPanel(isShown, '.detail'), Boolean);
        expect(await inPanel(cutOff)).toEqual([]);
      });
    });

    it('shows list and detail side by side where there is room', async () => {
      expect([await inPanel(isShown, '.list'), await inPanel(isShown, '.detail'), await inPanel(isShown, '.back')]).toEqual([true, true, false]);
      expect(await inPanel(cutOff)).toEqual([]);
    });
  });

  describe('without a blocked request', () => {
    it('says that it records', async () => {
      await shows(TITLE, words.emptyTitle);
    });

    it('says that nothing was blocked, and shows what was allowed', async () => {
      await session.fetch(`${session.site.api}/allowed`);
      await shows('.message p', words.nothingBlocked(1, 1));
      await shows(TITLE, words.nothingBlockedTitle);
      await session.browser.click('.message .button');
      await hasRows(1);
    });

    it('asks for a reload where the tools were opened late', async () => {
      const { browser } = session;
      await browser.closeDevTools();
      await browser.reload();
      await browser.showTab();
      await shows(TITLE, words.waitingTitle);
      const before = await browser.inPage(timeOrigin);
      await browser.click('.message .button');
      await shows(TITLE, words.emptyTitle);
      expect(await browser.inPage(timeOrigin)).toBeGreaterThan(before);
    });
  });

  describe('without access to web sites', () => {
    let page: OtherTab;
    let url: string;
    const says = (text: string): Promise<unknown> =>
      until(
        () => page.run(panelText),
        shown => shown.includes(text),
      );
    beforeEach(async () => {
      url = await session.browser.inBackground(accessPage);
      page = await session.browser.openTab(url);
      await setHostAccess(session.browser, url, false);
      await shows(TITLE, words.noAccessTitle);
    });
    afterEach(async () => {
      await setHostAccess(session.browser, url, true);
      await page.close();
      await shows(TITLE, words.emptyTitle);
    });

    it('says so, and leads to the page that asks for it', async () => {
      await session.browser.click('.message .button');
      await until(
        () => session.browser.inBackground(ownTabs),
        tabs => tabs.filter(tab => tab === url).length === 2,
      );
    });

    it('says on that page what is asked for, and when it is granted that it is done, and what to do next', async () => {
      await says('Allow access to web sites…');
      if (engine === 'firefox') await page.click('#grant');
      else await setHostAccess(session.browser, url, true);
      await says('Go back to the page that you inspect, and reload it.');
      expect(await page.run(panelText)).not.toContain('Allow access');
      await shows(TITLE, words.emptyTitle);
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
