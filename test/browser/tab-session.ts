/** The tab in a browser that has both the tests' own site and the demo: what the states of tab-states.ts are made from. */
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Demo, startDemo } from '../demo/start-demo.ts';
import { openPanel, type PanelSession, TOKEN, WIDE } from './panel-session.ts';
import { counts, isShown, textsOf } from './panel-views.ts';
import { answer, html } from './site.ts';
import { until } from './until.ts';

export interface Tab extends PanelSession {
  readonly demo: Demo;
}

/** The page's own code: where a request is made is part of what the tab shows. */
const APP = 'async function ask(url, init) {\n  await fetch(url, init).catch(() => null);\n}\n';

/** The site and the demo, in one browser. */
export const openTab = async (engine: Engine): Promise<Tab> => {
  const demo = await startDemo({ port: 0 });
  try {
    const { chromiumArguments, firefoxPreferences } = demo.browser;
    const session = await openPanel(engine, {
      args: engine === 'chromium' ? [...chromiumArguments, '--disable-lcd-text'] : [],
      preferences: firefoxPreferences,
    });
    session.site.answer('/', html('<title>A page</title><script src="/app.js"></script>'));
    session.site.answer('/app.js', answer(200, ['Content-Type: text/javascript'], APP));
    session.site.answer('/nginx', answer(200, ['Server: nginx/1.22.1']));
    session.site.answer('/counted', answer(200, ['Access-Control-Allow-Origin: *', 'X-Total-Count: 12']));
    return {
      ...session,
      demo,
      begin: async () => {
        await session.show(WIDE);
        // Unlike Escape, which DevTools take for their own once nothing here is open.
        await session.inPanel(() => document.querySelector<HTMLElement>('.back')?.click());
        // Another page is another log. To clear it besides could take the first request of the page with it.
        await session.browser.reload();
        await session.choose('blocked');
        await session.counts(({ all }) => all === 0);
      },
      close: async () => {
        await session.close();
        await demo.close();
      },
    };
  } catch (error) {
    await demo.close();
    throw error;
  }
};

interface Request {
  readonly url: string;
  readonly init?: RequestInit;
}

/** In the page: has its own code ask for each, one after the other. */
export const askInPage = async (requests: readonly Request[]): Promise<void> => {
  const { ask } = globalThis as unknown as { ask(url: string, init?: RequestInit): Promise<void> };
  for (const { url, init } of requests) await ask(url, init);
};
export const ask = ({ browser, site }: Tab, ...paths: readonly string[]): Promise<void> =>
  browser.inPage(
    askInPage,
    paths.map(path => ({ url: site.api + path })),
  );

/** All that the browser still has to tell of what was asked. */
export const settle = async ({ browser }: Tab): Promise<void> => void (await browser.report());

/** Three that are blocked and two that are allowed. */
export const askForAll = async (tab: Tab): Promise<void> => {
  const { api } = tab.site;
  await ask(tab, '/refused', '/mismatch', '/allowed', '/allowed-too');
  await tab.browser.inPage(askInPage, [{ url: `${api}/unauthorized`, init: { method: 'PUT', headers: { Authorization: `Bearer ${TOKEN}` } } }]);
  await tab.counts(({ blocked, allowed }) => blocked === 3 && allowed === 2);
  await settle(tab);
};

/** Opens a row, from 1, and waits until its story is told. */
export const openRow = async (tab: Tab, row: number): Promise<void> => {
  await tab.click(`[role=treeitem]:nth-of-type(${row})`);
  await until(
    () => tab.inPanel(isShown, '.detail .headline'),
    shown => shown,
  );
};

export const has = async (tab: Tab, selector: string, text: string): Promise<void> => {
  await until(
    () => tab.inPanel(textsOf, selector),
    texts => texts.some(each => each.includes(text)),
  );
};

/** In the panel. */
const pressInList = (key: string): void =>
  void document.querySelector('[role=tree]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

/** In the panel: the address that is shown once the list is at that row, from 1; "" until it is. */
const addressOfRow = (row: number): string => {
  const selected = document.querySelector('[role=treeitem][aria-selected=true]');
  return Number(selected?.getAttribute('aria-posinset')) === row ? (document.querySelector('.request-line')?.textContent ?? '') : '';
};
const caseIn = (address: string): string => /\/case\/([a-z0-9-]+)/.exec(address)?.[1] ?? '';

/** Shows each failure in turn, by the demo's name of the case, and then the first again. */
export const eachFailure = async (tab: Tab, look: (id: string) => Promise<void>): Promise<void> => {
  const { blocked = 0 } = await tab.inPanel(counts);
  const seen = new Set<string>();
  for (let row = 1; row <= blocked; row += 1) {
    await tab.inPanel(pressInList, row === 1 ? 'Home' : 'ArrowDown');
    const address = await until(
      () => tab.inPanel(addressOfRow, row),
      shown => caseIn(shown) !== '' && !seen.has(caseIn(shown)),
    );
    seen.add(caseIn(address));
    await look(caseIn(address));
  }
  await tab.inPanel(pressInList, 'Home');
  await until(
    () => tab.inPanel(addressOfRow, 1),
    address => caseIn(address) !== '',
  );
};
