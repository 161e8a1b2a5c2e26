/** A proposed fix is tried on real requests of a real page: what is blocked gets through, in that tab alone, and nothing is left behind. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trialWords } from '../../panel/later-words.ts';
import { words } from '../../panel/words.ts';
import type { Exchange } from '../../src/model.ts';
import { ENGINES } from './launch-extension.ts';
import { NARROW } from './panel-session.ts';
import { cutOff, faintTexts, focused, textsOf } from './panel-views.ts';
import { holdReconnection } from './reconnection.ts';
import { resize } from './resize.ts';
import { answer, cacheable, html } from './site.ts';
import { isThere, LATE_LINE, openTrialSite, outcome, TRY, type TrialSite } from './trial-session.ts';
import { until } from './until.ts';
import { type Api, rowTexts } from './views.ts';

/** In a page of the extension: what was recorded of the requests to a path. */
const recorded = async (path: string): Promise<readonly Exchange[]> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  const items = Object.entries(await (browser ?? chrome).storage.session.get(null));
  const exchanges = items.flatMap(([key, value]) => (key.startsWith('exchange:') ? [JSON.parse(String(value)) as Exchange] : []));
  return exchanges.filter(({ hops }) => hops[0]?.url.endsWith(path)).sort((a, b) => a.startedAt - b.startedAt);
};

/** In the background: a rule that no trial knows of. */
const plantRule = async (): Promise<void> => {
  interface Rules {
    readonly declarativeNetRequest: { updateSessionRules(options: object): Promise<void> };
  }
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Rules; readonly chrome: Rules };
  const condition = { urlFilter: '|https://api.example/|', tabIds: [1], resourceTypes: ['xmlhttprequest'] };
  const responseHeaders = [{ header: 'Access-Control-Allow-Origin', operation: 'set', value: 'https://app.example' }];
  const rule = { id: 900, condition, action: { type: 'modifyHeaders', responseHeaders } };
  await (browser ?? chrome).declarativeNetRequest.updateSessionRules({ addRules: [rule] });
};

describe.each(ENGINES)('a fix that is tried in %s', engine => {
  let session: TrialSite;
  let allowed: string;
  const url = (path: string): string => `${session.site.api}${path}`;
  const shows = (selector: string, text: string): Promise<unknown> =>
    until(
      () => session.browser.inPanel(textsOf, selector),
      texts => texts.some(each => each.includes(text)),
    );
  const hasRules = (count: number): Promise<unknown> =>
    until(
      () => session.rules(),
      rules => rules === count,
    );
  const comesTo = (kind: string | undefined): Promise<unknown> =>
    until(
      () => session.browser.inPanel(outcome),
      shown => shown === kind,
    );
  const choose = async (row: number): Promise<void> => {
    await until(() => session.browser.inPanel(isThere, `[role=treeitem]:nth-of-type(${row})`), Boolean);
    await session.browser.click(`[role=treeitem]:nth-of-type(${row})`);
  };
  const press = async (): Promise<void> => {
    await until(() => session.browser.inPanel(isThere, LATE_LINE[engine]), Boolean);
    await session.browser.click(TRY);
  };
  /** The page asks, is refused, and the fix is tried: the request is made once more by itself. */
  const tryOn = async (path: string, init?: RequestInit): Promise<void> => {
    expect(await session.fetch(url(path), init)).toBe(false);
    await choose(1);
    await shows(TRY, trialWords.try);
    await press();
  };
  const stop = async (): Promise<void> => {
    await session.browser.click('.trial .stop');
    await comesTo(undefined);
    await hasRules(0);
  };

  beforeAll(async () => {
    session = await openTrialSite(engine);
    const { site } = session;
    allowed = `Access-Control-Allow-Origin: ${site.page}`;
    site.answer('/star', answer(200, ['Access-Control-Allow-Origin: *']));
    site.answer('/two', answer(200, [allowed, allowed]));
    site.answer('/header', answer(200, [allowed, 'Access-Control-Allow-Headers: x-other']));
    site.answer('/method', answer(200, [allowed, 'Access-Control-Allow-Methods: PATCH', 'Access-Control-Max-Age: 600']));
    site.answer('/nothing', answer(200));
    site.answer('/remembered', cacheable(answer(200, ['Cache-Control: max-age=600'])));
    site.answer('/unauthorized', answer(401));
    site.answer('/from', answer(302, ['Location: /to']));
    site.answer('/to', answer(200));
    site.answer(
      '/putting',
      html(
        `<script>fetch('${url('/method')}', { method: 'PUT' }).then(() => { document.title = 'read' }, () => { document.title = 'refused' })</script>`,
      ),
    );
    site.answer('/elsewhere', html('<title>Another page</title>'));
  });
  beforeEach(async () => {
    await session.browser.open(`${session.site.page}/`);
    await until(
      () => session.browser.inPanel(rowTexts),
      rows => rows.length === 0,
    );
  });
  afterEach(async () => {
    if (await session.browser.inPanel(isThere, '.trial .stop')) await stop();
  });
  afterAll(() => session?.close());

  describe('lets a page read what it could not', () => {
    it.each<[string, string, RequestInit | undefined]>([
      ['without a header', '/missing', undefined],
      ['with credentials and *', '/star', { credentials: 'include' }],
      ['with a fragment', '/missing#part', undefined],
      ['with a star in its address', '/missing?q=*', undefined],
      ['with an answer that is remembered', '/remembered', undefined],
      ['after a redirect', '/from', undefined],
    ])('%s', async (_, path, init) => {
      await tryOn(path, init);
      await comesTo('through');
      await shows('.trial-outcome', trialWords.through);
      expect(await session.fetch(url(path), init)).toBe(true);
      await stop();
      expect(await session.fetch(url(path), init)).toBe(false);
    });

    it('with a header that the preflight left out', async () => {
      await tryOn('/header', { headers: { 'X-Key': '1' } });
      await comesTo('through');
    });

    it('with a method that the preflight left out, once the page is loaded again', async () => {
      const { browser, site } = session;
      const title = () => browser.inPage(() => document.title);
      const requests = () => site.requests.filter(request => request === 'PUT /method').length;
      await browser.open(`${site.page}/putting`);
      await until(title, said => said === 'refused');
      await choose(1);
      await until(() => browser.inPanel(isThere, TRY), Boolean);
      expect(requests()).toBe(0);
      await press();
      await comesTo('through');
      await until(title, said => said === 'read');
      expect(requests()).toBe(1);
    });
  });

  it('says which rule stops the request next', async () => {
    const { site } = session;
    site.answer('/changing', answer(200));
    expect(await session.fetch(url('/changing'))).toBe(false);
    site.answer('/changing', answer(302, ['Location: /to']));
    await choose(1);
    await shows(TRY, trialWords.try);
    await press();
    await comesTo('blocked');
    await shows('.trial-outcome', trialWords.stillBlocked('No Allow-Origin header'));
  });

  it('is what the page got, beside what the server sent', async () => {
    await tryOn('/nothing');
    await comesTo('through');
    const [before, tried] = await until(
      () => session.browser.inPanel(recorded, '/nothing'),
      all => all.length === 2 && all[1]?.state === 'completed',
    );
    const linesOf = (headers: Exchange['hops'][number]['requestHeaders'] | undefined) =>
      (headers ?? []).filter(({ name }) => /^access-control/i.test(name)).map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
    const [response] = tried?.hops.map(hop => hop.response) ?? [];
    expect([before?.isTried, tried?.isTried]).toEqual([undefined, true]);
    const set = [allowed.replace('Access-Control-Allow-Origin', 'access-control-allow-origin')];
    // Firefox does not tell what the server sent.
    expect([linesOf(response?.headers), linesOf(response?.delivered ?? [])]).toEqual(engine === 'chromium' ? [[], set] : [set, []]);
    await session.browser.click('.filter[data-choice=all]');
    await until(
      () => session.browser.inPanel(rowTexts),
      rows => rows.length === 2 && rows.some(row => row.includes(words.tried)),
    );
    await session.browser.click('.filter[data-choice=blocked]');
    const report = await session.report(({ failures }) => failures.length === 1);
    expect(report.recording).toMatchObject({ crossOrigin: 1, tried: 1 });
  });

  it('is tried on several lines of one header where the browser looks no further', async () => {
    if (engine === 'chromium') {
      await tryOn('/two');
      await comesTo('through');
      return;
    }
    await session.fetch(url('/two'));
    await choose(1);
    await shows('.try-fix .try-note', trialWords.obstacles.lines);
  });

  it('says what it cannot do before it is tried', async () => {
    await session.fetch(url('/unauthorized'), { method: 'PUT' });
    await choose(1);
    await shows('.try-fix .try-note', trialWords.obstacles.status);
    await session.browser.click('.try-fix .button');
    // What the click may have asked of the background is done by then.
    await session.report();
    expect(await session.rules()).toBe(0);
  });

  it('is tried in that tab alone', async () => {
    await tryOn('/missing');
    await comesTo('through');
    const other = await session.browser.openTab(`${session.site.page}/`);
    const canRead = await other.run(
      target =>
        fetch(target).then(
          () => true,
          () => false,
        ),
      url('/missing'),
    );
    await other.close();
    expect(canRead).toBe(false);
  });

  it('lets no request go out once it is over that the server never gave leave for', async () => {
    const init = { method: 'PUT' };
    await session.browser.open(`${session.site.page}/putting`);
    await choose(1);
    await until(() => session.browser.inPanel(isThere, TRY), Boolean);
    await press();
    await comesTo('through');
    await stop();
    const before = session.site.requests.length;
    expect(await session.fetch(url('/method'), init)).toBe(false);
    expect(session.site.requests.slice(before)).toEqual(['OPTIONS /method']);
  });

  it('is made once more as often as the reader likes, and by a reload', async () => {
    await tryOn('/missing');
    await comesTo('through');
    const asked = () => session.site.requests.filter(request => request === 'GET /missing').length;
    const before = asked();
    await session.browser.click('.trial-buttons .again');
    await until(asked, count => count === before + 1);
    await comesTo('through');
    const page = `GET ${await session.browser.inPage(() => location.pathname)}`;
    const loaded = () => session.site.requests.filter(request => request === page).length;
    const loadedBefore = loaded();
    await session.browser.click('.trial-buttons .reload');
    await until(loaded, count => count === loadedBefore + 1);
    await comesTo('waiting');
    await hasRules(1);
  });

  describe('400 pixels wide', () => {
    afterEach(() => resize(session.browser, { width: 1280, height: 800, dark: false }));

    it.each([false, true])('cuts nothing off and is easy to read, dark: %s', async dark => {
      await tryOn('/missing');
      await comesTo('through');
      await resize(session.browser, { ...NARROW, dark });
      expect(await session.browser.inPanel(cutOff)).toEqual([]);
      expect(await session.browser.inPanel(faintTexts)).toEqual([]);
    });
  });

  describe('leaves no rule behind', () => {
    beforeEach(async () => {
      await tryOn('/missing');
      await comesTo('through');
      await hasRules(1);
    });

    it('when it is stopped', async () => {
      await stop();
      expect(await session.browser.inPanel(focused)).toBe(`tree: ${words.list}`);
      expect(await session.fetch(url('/missing'))).toBe(false);
    });

    it('when the tab goes to another site, and says so', async () => {
      await session.browser.open(`${session.site.api}/elsewhere`);
      await hasRules(0);
      await shows('.trial', trialWords.ended.left);
      await session.browser.click('.trial .dismiss');
      await comesTo(undefined);
    });

    it('when the tools are closed', async () => {
      const { browser } = session;
      await browser.closeDevTools();
      await hasRules(0);
      await browser.showTab();
      await comesTo(undefined);
    });

    it('but goes on where the background was stopped and started again', async () => {
      const { browser } = session;
      await browser.stopBackground();
      await hasRules(1);
      await comesTo('through');
      expect(await session.fetch(url('/missing'))).toBe(true);
      await stop();
      expect(await session.fetch(url('/missing'))).toBe(false);
    });

    it('that no trial knows of, once the background starts', async () => {
      const { browser } = session;
      await browser.inBackground(plantRule);
      expect(await session.rules()).toBe(2);
      await browser.stopBackground();
      await hasRules(1);
    });

    it('when the tools were closed while the background was stopped', async () => {
      const { browser } = session;
      const { letGo } = await holdReconnection(session);
      await browser.stopBackground();
      await browser.closeDevTools();
      letGo();
      await session.wake();
      await hasRules(0);
      await browser.showTab();
      await comesTo(undefined);
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
