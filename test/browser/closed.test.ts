/** Nothing is recorded of a tab whose DevTools are closed, and an installed extension costs ordinary browsing nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OtherTab } from '../../src/launch/inspected-browser.ts';
import { type InspectedSite, openSite, refusals } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { holdReconnection } from './reconnection.ts';
import { until } from './until.ts';
import { type Api, accessPage, storedKeys, wake } from './views.ts';

const EVENTS = [
  'onBeforeRequest',
  'onBeforeSendHeaders',
  'onSendHeaders',
  'onHeadersReceived',
  'onBeforeRedirect',
  'onResponseStarted',
  'onCompleted',
  'onErrorOccurred',
];

/** In the background of Chromium, which alone tells: the events that somebody listens to. */
const heardEvents = (events: readonly string[]): readonly string[] => {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  return events.filter(event => chrome.webRequest[event]?.hasListeners?.());
};
const startedAt = (): number => performance.timeOrigin;

describe.each(ENGINES)('closed tools in %s', engine => {
  let session: InspectedSite;
  /** A page of the extension, from which its background can be started when no tools are open. */
  let own: OtherTab;
  const refuse = (path: string): Promise<boolean> => session.fetch(`${session.site.api}${path}`);
  const inBackground: InspectedSite['browser']['inBackground'] = async (run, ...args) => {
    await own.run(wake);
    await until(() => session.browser.isBackgroundRunning(), Boolean);
    return session.browser.inBackground(run, ...args);
  };
  const untilNothingIsKept = (): Promise<readonly string[]> =>
    until(
      () => inBackground(storedKeys),
      keys => keys.length === 0,
    );
  const untilNobodyListens = async (): Promise<void> => {
    if (engine === 'chromium')
      await until(
        () => inBackground(heardEvents, EVENTS),
        events => events.length === 0,
      );
  };
  /** A stopped background that listens to nothing sleeps on, whatever the page asks for. */
  const expectSleep = async (): Promise<void> => {
    await session.browser.stopBackground();
    if (engine === 'firefox') {
      // It forgets a removed listener at the start of the background that does not add it again.
      await inBackground(startedAt);
      await session.browser.stopBackground();
    }
    for (const path of ['/asleep', '/still-asleep', '/fast-asleep']) await refuse(path);
    await session.browser.reload();
    expect(await session.browser.isBackgroundRunning()).toBe(false);
  };

  beforeAll(async () => {
    session = await openSite(engine, { tools: false });
    own = await session.browser.openTab(await session.browser.inBackground(accessPage));
  });
  afterAll(() => session?.close());

  describe('that never were open', () => {
    it('record nothing, and nobody listens', async () => {
      await refuse('/closed');
      await untilNobodyListens();
      expect(await inBackground(storedKeys)).toEqual([]);
    });

    it('let the stopped background sleep', async () => {
      await untilNobodyListens();
      await expectSleep();
      expect(await inBackground(storedKeys)).toEqual([]);
    });

    it('let the background sleep that was stopped and started again', async () => {
      await session.browser.stopBackground();
      const before = Date.now();
      expect(await inBackground(startedAt)).toBeGreaterThanOrEqual(before);
      await untilNobodyListens();
      await expectSleep();
    });
  });

  describe('that were open', () => {
    beforeEach(async () => {
      await session.browser.showTab();
      await session.report();
    });

    it('have nothing of theirs kept, and nobody listens', async () => {
      await refuse('/open');
      await session.report(report => '/open' in refusals(report));
      expect((await inBackground(storedKeys)).length).toBeGreaterThan(1);
      await session.browser.closeDevTools();
      await untilNothingIsKept();
      await untilNobodyListens();
      await refuse('/closed');
      await expectSleep();
      expect(await inBackground(storedKeys)).toEqual([]);
    });

    it('begin anew when they are opened again', async () => {
      await refuse('/before');
      await session.report(report => '/before' in refusals(report));
      await session.browser.closeDevTools();
      await untilNothingIsKept();
      await refuse('/between');
      await session.browser.showTab();
      await session.report();
      await refuse('/after');
      const report = await session.report(({ failures }) => failures.length > 0);
      expect(refusals(report)).toEqual({ '/after': 1 });
      await session.browser.closeDevTools();
      await untilNothingIsKept();
    });

    it('record their own tab alone', async () => {
      const other = await session.browser.openTab(`${session.site.page}/`);
      await other.run(
        url =>
          fetch(url)
            .catch(() => undefined)
            .then(() => undefined),
        `${session.site.api}/other-tab`,
      );
      await refuse('/own-tab');
      const report = await session.report(({ failures }) => failures.length > 0);
      expect(refusals(report)).toEqual({ '/own-tab': 1 });
      const tabs = (await inBackground(storedKeys)).map(key => key.split(':')[1]);
      expect(new Set(tabs).size).toBe(1);
      await other.close();
      await session.browser.closeDevTools();
      await untilNothingIsKept();
    });

    it('end their recording when they were closed while the background was stopped', async () => {
      await refuse('/open');
      await session.report(report => '/open' in refusals(report));
      const { letGo } = await holdReconnection(session);
      await session.browser.stopBackground();
      expect(await session.browser.isBackgroundRunning()).toBe(false);
      await session.browser.closeDevTools();
      letGo();
      // The background does not know yet: as far as it can tell, the tools are about to connect again.
      await refuse('/closed');
      expect((await inBackground(storedKeys)).length).toBeGreaterThan(1);
      await untilNothingIsKept();
      await untilNobodyListens();
      await expectSleep();
    });
  });

  it('logs no error', async () => {
    await own.run(wake);
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
