/** Pages that the browser had kept, and shows again without loading them: they did nothing until then. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InspectedSite, openSite, refusals } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { createNavigation, type Navigation, SANDBOX } from './navigation.ts';
import { answer, cacheable, html } from './site.ts';

/** In the page: makes it known again. */
const mark = (): void => void Object.assign(globalThis, { isMarked: true });
const isMarked = (): boolean => 'isMarked' in globalThis;

describe.each(ENGINES)('pages that %s has kept', engine => {
  let session: InspectedSite;
  let tab: Navigation;
  const wasKept = (): Promise<boolean> => session.browser.inPage(isMarked);

  beforeAll(async () => {
    session = await openSite(engine);
    tab = createNavigation(session);
    const { site } = session;
    for (const path of ['/one', '/two']) site.answer(path, cacheable(html(`<title>${path}</title>`, SANDBOX)));
    site.answer('/no-content', answer(204));
    site.answer('/download', answer(200, ['Content-Type: application/octet-stream', 'Content-Disposition: attachment'], 'a file'));
  });
  beforeEach(async () => {
    await session.browser.open(tab.at('/one'));
    await session.browser.inPage(mark);
    await tab.goUnseen('assign', '/two');
    await session.browser.inPage(mark);
    await tab.reportOf('/two', 0);
  });
  afterAll(() => session?.close());

  it('begin anew each time, whether the way to them is back or forward', async () => {
    for (const [way, path] of [
      ['back', '/one'],
      ['forward', '/two'],
      ['back', '/one'],
    ] as const) {
      await tab.refuse(`/before-${way}`);
      await session.report(report => `/before-${way}` in refusals(report));
      await tab.goUnseen(way, path);
      expect(await wasKept()).toBe(true);
      await tab.reportOf(path, 0);
      await tab.refuse('/kept');
      expect(refusals(await tab.reportOf(path, 1))).toEqual({ '/kept': 1 });
      await tab.expectShown(1);
    }
  });

  it.each(['/no-content', '/download'])('begin anew after an answer that was no page: %s', async path => {
    await tab.goNowhere(path);
    await tab.refuse('/after');
    await tab.reportOf('/two', 1);
    await tab.goUnseen('back', '/one');
    expect(await wasKept()).toBe(true);
    await tab.reportOf('/one', 0);
  });

  it('log no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
