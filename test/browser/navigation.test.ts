/** What is shown and reported is what the page on show has done: all of it, and nothing of the page before. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { words } from '../../panel/words.ts';
import { missedLoad } from '../../src/report/additions.ts';
import { type InspectedSite, openSite, refusals } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { createNavigation, type Navigation, SANDBOX } from './navigation.ts';
import { holdReconnection } from './reconnection.ts';
import { answer, html } from './site.ts';
import { until } from './until.ts';
import { panelText, storedStates } from './views.ts';

const ask = (url: string): string => `fetch('${url}').catch(() => undefined)`;
const askAt = (event: string, url: string): string => `addEventListener('${event}', () => ${ask(url)})`;

/** What a page that asks for something in every phase of its load has asked for. */
const LOADED = { '/in-head': 1, '/in-markup': 1, '/when-parsed': 1, '/when-loaded': 1 };

describe.each(ENGINES)('navigation in %s', engine => {
  let session: InspectedSite;
  let tab: Navigation;
  const untilStored = (recorded: number): Promise<unknown> =>
    until(
      () => session.browser.inPanel(storedStates),
      states => states.length === recorded && !states.includes('open'),
    );

  beforeAll(async () => {
    session = await openSite(engine);
    tab = createNavigation(session);
    const { site } = session;
    const { api } = site;
    site.answer(
      '/loading',
      html(
        `<script>${ask(`${api}/in-head`)};${askAt('DOMContentLoaded', `${api}/when-parsed`)};${askAt('load', `${api}/when-loaded`)}</script>
        <img crossorigin src="${api}/in-markup">`,
      ),
    );
    site.answer('/old', html(`<script>${ask(`${api}/by-old`)}</script>`));
    site.answer('/new', html(`<script>${ask(`${api}/by-new`)}</script>`));
    site.answer('/moved', answer(302, ['Location: /loading']));
    site.answer('/cookie', answer(200, ['Set-Cookie: changed=yes']));
    site.answer('/no-content', answer(204));
    site.answer('/sandboxed', html('<title>A page</title>', SANDBOX));
    site.answer('/download', answer(200, ['Content-Type: application/octet-stream', 'Content-Disposition: attachment'], 'a file'));
    site.answer('/framing', html('<iframe src="/frame"></iframe>'));
    site.answer('/frame', html('<title>A frame</title>'));
  });
  beforeEach(async () => {
    await session.browser.open(tab.at('/'));
    await tab.reportOf('/', 0);
  });
  afterAll(() => session?.close());

  describe('to another page', () => {
    it('records what it asks for while it loads, and while it loads again', async () => {
      await tab.refuse('/before');
      await session.browser.open(tab.at('/loading'));
      expect(refusals(await tab.reportOf('/loading', 4))).toEqual(LOADED);
      await tab.refuse('/later');
      await tab.reportOf('/loading', 5);
      await session.browser.reload();
      const report = await tab.reportOf('/loading', 4);
      expect(refusals(report)).toEqual(LOADED);
      expect(report.recording).toMatchObject({ crossOrigin: 4, incomplete: 0, dropped: 0, missedLoad: false });
      await tab.expectShown(4);
    });

    it.each(['link', 'assign', 'replace'] as const)('by %s forgets what the page before did', async way => {
      await session.browser.open(tab.at('/old'));
      await tab.refuse('/later-by-old');
      expect(refusals(await tab.reportOf('/old', 2))).toEqual({ '/by-old': 1, '/later-by-old': 1 });
      await tab.go(way, '/new');
      expect(refusals(await tab.reportOf('/new', 1))).toEqual({ '/by-new': 1 });
      await tab.expectShown(1);
    });

    it('and back forgets what the page did that was left', async () => {
      await session.browser.open(tab.at('/old'));
      await tab.go('assign', '/new');
      await tab.reportOf('/new', 1);
      // Chromium keeps even a page that nobody may keep a copy of, until a cookie changes.
      await session.fetch(tab.at('/cookie'));
      await tab.go('back', '/old');
      expect(refusals(await tab.reportOf('/old', 1))).toEqual({ '/by-old': 1 });
    });

    it('that a server redirects to records what that one asks for', async () => {
      await tab.refuse('/before');
      await session.browser.open(tab.at('/moved'));
      expect(refusals(await tab.reportOf('/loading', 4))).toEqual(LOADED);
    });

    it('without any request leaves nothing', async () => {
      await tab.refuse('/before');
      await tab.reportOf('/', 1);
      await session.browser.open('about:blank');
      const { failures, page, recording } = await session.report(report => report.failures.length === 0);
      expect({ failures, page }).toEqual({ failures: [], page: { url: 'about:blank' } });
      expect(recording).toMatchObject({ crossOrigin: 0, missedLoad: false });
    });
  });

  it.each([
    ['pushState', '/pushed', 'push'],
    ['a fragment', '/#part', 'assign'],
    ['replaceState', '/replaced', 'replaceState'],
  ] as const)('within the page, by %s, forgets nothing', async (_, path, way) => {
    await tab.refuse('/before');
    if (way === 'replaceState') await session.browser.inPage(url => history.replaceState(null, '', url), path);
    else await tab.go(way, path);
    await tab.reportOf(path, 1);
    await tab.refuse('/after');
    const report = await tab.reportOf(path, 2);
    expect(refusals(report)).toEqual({ '/before': 1, '/after': 1 });
    await tab.expectShown(2);
  });

  describe('from a page with requests in flight', () => {
    it('forgets the one that was made before', async () => {
      const held = session.site.hold('/held');
      void tab.refuse('/held').catch(() => undefined);
      await held.arrived;
      await session.report(({ recording }) => recording.crossOrigin === 1);
      await tab.go('assign', '/new');
      held.release(answer(200));
      expect(refusals(await tab.reportOf('/new', 1))).toEqual({ '/by-new': 1 });
      await tab.refuse('/later');
      const report = await tab.reportOf('/new', 2);
      expect(refusals(report)).toEqual({ '/by-new': 1, '/later': 1 });
      expect(report.recording.crossOrigin).toBe(2);
      await tab.expectShown(2);
    });

    it('forgets those that it made while it was being left', async () => {
      const { api } = session.site;
      const page = session.site.hold('/new');
      const signal = session.site.hold('/signal');
      const held = session.site.hold('/held-meanwhile');
      await session.browser.inPage(
        (...urls) => {
          setTimeout(async () => {
            location.assign('/new');
            await fetch('/signal');
            for (const url of urls) void fetch(url).catch(() => undefined);
          });
        },
        `${api}/meanwhile`,
        `${api}/held-meanwhile`,
      );
      await page.arrived;
      await signal.arrived;
      signal.release(answer(200));
      await held.arrived;
      await session.report(({ recording }) => recording.crossOrigin === 2);
      page.release(html(`<script>${ask(`${session.site.api}/by-new`)}</script>`));
      await tab.arrive('/new');
      held.release(answer(200));
      const report = await tab.reportOf('/new', 1);
      expect(refusals(report)).toEqual({ '/by-new': 1 });
      expect(report.recording.crossOrigin).toBe(1);
      await tab.expectShown(1);
    });
  });

  describe('that leads nowhere', () => {
    it.each(['/no-content', '/download'])('%s forgets nothing', async path => {
      await session.browser.open(tab.at('/sandboxed'));
      await tab.refuse('/before');
      await tab.goNowhere(path);
      await tab.refuse('/after');
      expect(refusals(await tab.reportOf('/sandboxed', 2))).toEqual({ '/before': 1, '/after': 1 });
    });
  });

  it('of a frame forgets nothing', async () => {
    await session.browser.open(tab.at('/framing'));
    await tab.refuse('/before');
    await tab.reportOf('/framing', 1);
    await session.browser.inPage(() => frames[0]?.location.assign('/new'));
    const report = await tab.reportOf('/framing', 2);
    expect(refusals(report)).toEqual({ '/before': 1, '/by-new': 1 });
  });

  describe('while the background is stopped', () => {
    it('is noticed', async () => {
      await tab.refuse('/before');
      await tab.reportOf('/', 1);
      await untilStored(1);
      await session.browser.stopBackground();
      await session.browser.open(tab.at('/loading'));
      expect(refusals(await tab.reportOf('/loading', 4))).toEqual(LOADED);
      await tab.expectShown(4);
    });

    it('is noticed where nothing but the navigation itself starts it', async () => {
      await tab.refuse('/before');
      await tab.reportOf('/', 1);
      await untilStored(1);
      const { letConnect } = await holdReconnection(session);
      await session.browser.stopBackground();
      await session.browser.open(tab.at('/loading'));
      await letConnect();
      const report = await tab.reportOf('/loading', 4);
      expect(refusals(report)).toEqual(LOADED);
      expect(report.recording).toMatchObject({ crossOrigin: 4, incomplete: 0, missedLoad: false });
      await tab.expectShown(4);
    });

    it('within the page forgets nothing', async () => {
      await tab.refuse('/before');
      await tab.reportOf('/', 1);
      await untilStored(1);
      const { letConnect } = await holdReconnection(session);
      await session.browser.stopBackground();
      await tab.go('push', '/pushed');
      await letConnect();
      expect(refusals(await tab.reportOf('/pushed', 1))).toEqual({ '/before': 1 });
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});

describe.each(ENGINES)('tools that are opened late in %s', engine => {
  let session: InspectedSite;
  beforeAll(async () => {
    session = await openSite(engine, { tools: false });
  });
  afterAll(() => session?.close());

  it('say so until the page is loaded again', async () => {
    const { browser, site } = session;
    await session.fetch(`${site.api}/before`);
    await browser.showTab();
    const missed = await session.report(({ page }) => page.url === `${site.page}/`);
    expect(missedLoad(missed.recording)).toBe(true);
    expect(missed.failures).toEqual([]);
    await until(
      () => browser.inPanel(panelText),
      text => text.includes(words.waiting),
    );
    await session.fetch(`${site.api}/after`);
    await until(
      () => browser.inPanel(panelText),
      text => text.includes(words.waitingShort),
    );
    await browser.reload();
    await session.report(({ recording }) => !missedLoad(recording));
    await until(
      () => browser.inPanel(panelText),
      text => text.includes(words.empty) && !text.includes(words.waitingShort),
    );
  });
});
