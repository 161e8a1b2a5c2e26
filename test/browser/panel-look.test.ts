/** How the tab looks: in either theme, narrow and wide, and with nothing to list, in the real DevTools of both browsers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { words } from '../../panel/words.ts';
import type { OtherTab } from '../../src/launch/inspected-browser.ts';
import { setHostAccess } from './access.ts';
import { ENGINES } from './launch-extension.ts';
import { NARROW, openPanel, type PanelSession, TITLE, WIDE } from './panel-session.ts';
import { cutOff, faintTexts, groundLightness, isShown } from './panel-views.ts';
import { until } from './until.ts';
import { type Api, accessPage, panelText } from './views.ts';

/** In the background: the addresses of the extension's pages that are tabs. */
const ownTabs = async (): Promise<readonly string[]> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  const contexts = await (browser ?? chrome).runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.map(({ documentUrl }) => documentUrl ?? '');
};
const timeOrigin = (): number => performance.timeOrigin;

describe.each(ENGINES)('the look of the tab in %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine);
  });
  beforeEach(() => session.begin());
  afterAll(() => session?.close());

  describe('with requests', () => {
    beforeEach(() => session.askForAll());

    describe.each([false, true])('in DevTools’ theme, dark: %s', dark => {
      afterEach(() => session.show(WIDE));

      it('takes its ground', async () => {
        await session.show(WIDE, dark);
        await until(
          () => session.inPanel(groundLightness),
          lightness => lightness < 128 === dark,
        );
      });

      it('has no text that is hard to read', async () => {
        await session.show(WIDE, dark);
        await session.click('[role=treeitem]:nth-of-type(2)');
        await until(
          () => session.inPanel(groundLightness),
          lightness => lightness < 128 === dark,
        );
        expect(await session.inPanel(faintTexts)).toEqual([]);
      });
    });

    describe('400 pixels wide', () => {
      beforeEach(() => session.show(NARROW));
      afterEach(() => session.show(WIDE));

      it('shows the list or the detail', async () => {
        const shown = async () => ({ list: await session.inPanel(isShown, '.list'), detail: await session.inPanel(isShown, '.detail') });
        expect(await shown()).toEqual({ list: true, detail: false });
        await session.click('[role=treeitem]');
        await until(shown, ({ list, detail }) => detail && !list);
        await session.click('.back');
        await until(shown, ({ list, detail }) => list && !detail);
      });

      it('cuts nothing off', async () => {
        expect(await session.inPanel(cutOff)).toEqual([]);
        await session.click('[role=treeitem]');
        await until(() => session.inPanel(isShown, '.detail'), Boolean);
        expect(await session.inPanel(cutOff)).toEqual([]);
      });
    });

    it('shows list and detail side by side where there is room', async () => {
      expect([await session.inPanel(isShown, '.list'), await session.inPanel(isShown, '.detail'), await session.inPanel(isShown, '.back')]).toEqual([
        true,
        true,
        false,
      ]);
      expect(await session.inPanel(cutOff)).toEqual([]);
    });
  });

  describe('without a blocked request', () => {
    it('says that it records', async () => {
      await session.shows(TITLE, words.emptyTitle);
    });

    it('says that nothing was blocked, and shows what was allowed', async () => {
      await session.fetch(`${session.site.api}/allowed`);
      await session.shows('.message p', words.nothingBlocked(1, 1));
      await session.shows(TITLE, words.nothingBlockedTitle);
      await session.click('.message .button');
      await session.hasRows(1);
    });

    it('asks for a reload where the tools were opened late', async () => {
      const { browser } = session;
      await browser.closeDevTools();
      await browser.reload();
      await browser.showTab();
      await session.shows(TITLE, words.waitingTitle);
      const before = await browser.inPage(timeOrigin);
      await session.click('.message .button');
      await session.shows(TITLE, words.emptyTitle);
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
      await session.shows(TITLE, words.noAccessTitle);
    });
    afterEach(async () => {
      await setHostAccess(session.browser, url, true);
      await page.close();
      await session.shows(TITLE, words.waitingTitle);
      await session.click('.message .button');
      await session.shows(TITLE, words.emptyTitle);
    });

    it('says so, and leads to the page that asks for it', async () => {
      await session.click('.message .button');
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
      await session.shows(TITLE, words.waitingTitle);
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
