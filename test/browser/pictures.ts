/**
 * `npm run pictures`: the references of tab-states.test.ts, in Chromium's DevTools; then the README's pictures of the tab,
 * in the real DevTools of both browsers. There the first case is the one whose explanation is shown; ports and addresses
 * are the same each time.
 */
import path from 'node:path';
import { refuseArguments } from '../../src/launch/arguments.ts';
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { ROOT } from '../../src/launch/project.ts';
import type { Engine } from '../demo/model.ts';
import { type Demo, startDemo, USUAL_PORT } from '../demo/start-demo.ts';
import { ENGINES, launchExtension } from './launch-extension.ts';
import { recordTab } from './tab-pictures.ts';
import { openTab } from './tab-session.ts';

const DIRECTORY = path.join(ROOT, 'test', 'pictures');
const API_PORT = USUAL_PORT + 1;

/** Asked for in this order. */
const BLOCKED_CASES = [
  'preflight-401-bare',
  'allow-origin-trailing-slash',
  'credentials-wildcard',
  'headers-missing',
  'allow-origin-twice',
  'status-502',
  'method-patch',
  'redirect-tainted',
  'name-not-resolved',
  'connection-refused',
  'corp-image',
];
const ALLOWED_CASES = ['allowed-origin', 'allowed-preflight', 'allowed-credentials', 'plain-image'];

const WIDE = { width: 1280, height: 800 } as const;
const NARROW = { width: 400, height: 800 } as const;

/** Throws where something else listens on these ports: the pictures would show others. */
const openDemo = async (): Promise<Demo> => {
  const demo = await startDemo({ apiPort: API_PORT });
  const ports = (['page', 'api'] as const).map(role => Number(new URL(demo.origins.get(role) ?? '').port));
  if (ports[0] === USUAL_PORT && ports[1] === API_PORT) return demo;
  await demo.close();
  throw new Error(`Ports ${USUAL_PORT} and ${API_PORT} have to be free.`);
};

/** In the page: runs the cases, each at an address without the number of the run. */
const playCases = async (ids: readonly string[]): Promise<void> => {
  interface Scope {
    readonly demoData: { readonly cases: readonly { readonly id: string; readonly request: { url: string } }[] };
    readonly demo: { run(id: string): Promise<unknown> };
  }
  const { demoData, demo } = globalThis as unknown as Scope;
  for (const { id, request } of demoData.cases) if (ids.includes(id)) request.url = request.url.replace('?run={run}', '');
  for (const id of ids) await demo.run(id);
};

/** In the panel: resolves once the list shows that many rows. */
const rowsShown = (count: number): Promise<void> =>
  new Promise(resolve => {
    const observer = new MutationObserver(() => check());
    const check = (): void => {
      if (document.querySelectorAll('[role=treeitem]').length !== count) return;
      observer.disconnect();
      resolve();
    };
    observer.observe(document, { childList: true, subtree: true });
    check();
  });

const openFirstRow = (): void => document.querySelector<HTMLElement>('[role=treeitem]')?.click();

const tell = (file: string): void => console.log(path.relative(ROOT, file));

const take = async (browser: InspectedBrowser, name: string, size: { readonly width: number; readonly height: number }, dark: boolean) => {
  const file = path.join(DIRECTORY, `${name}.png`);
  await browser.screenshot(file, { ...size, dark });
  tell(file);
};

const picture = async (engine: Engine, demo: Demo): Promise<void> => {
  const browser = await launchExtension(engine, {
    args: engine === 'chromium' ? demo.browser.chromiumArguments : [],
    preferences: demo.browser.firefoxPreferences,
  });
  try {
    await browser.open('about:blank');
    await browser.showTab();
    await browser.open(demo.url);
    await browser.inPage(playCases, [...BLOCKED_CASES, ...ALLOWED_CASES]);
    // It asks for all evidence that is still to come.
    await browser.report();
    await browser.inPanel(rowsShown, BLOCKED_CASES.length);
    await take(browser, `${engine}-light`, WIDE, false);
    await take(browser, `${engine}-dark`, WIDE, true);
    if (engine !== 'chromium') return;
    await browser.inPanel(openFirstRow);
    await take(browser, 'narrow', NARROW, false);
  } finally {
    await browser.close();
  }
};

export const main = async (args: readonly string[]): Promise<number> => {
  if (refuseArguments('pictures', args)) return 1;
  const tab = await openTab('chromium');
  try {
    await recordTab(tab, tell);
  } finally {
    await tab.close();
  }
  const demo = await openDemo();
  try {
    for (const engine of ENGINES) await picture(engine, demo);
  } finally {
    await demo.close();
  }
  return 0;
};
