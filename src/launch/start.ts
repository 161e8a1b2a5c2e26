/** `npm start [URL]`: a browser with the extension, its DevTools at the CORS tab, on a page; without a display, its report. */
import fs from 'node:fs';
import path from 'node:path';
import { type Demo, startDemo, USUAL_PORT } from '../../test/demo/start-demo.ts';
import type { Report } from '../model.ts';
import { toJson } from '../report/json.ts';
import { toMarkdown } from '../report/markdown.ts';
import { readStartArguments, START_HELP, type StartOptions } from './arguments.ts';
import { thisMachine } from './browser-sources.ts';
import { buildUnpacked } from './build.ts';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { findBrowser } from './find-browser.ts';
import type { InspectedBrowser } from './inspected-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { reportText } from './report-text.ts';

/** A page is done when it has asked for nothing for so long. */
const QUIET_MS = 1_000;
/** A page that never falls silent is reported as it is then. */
const SETTLE_TIMEOUT_MS = 20_000;
const PICTURE = { width: 1280, height: 800, dark: false } as const;
const REPORT_NAME = 'cors-report';

const hasDisplay = ({ platform, env }: { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv }): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);

const openDemo = async (cleanup: Cleanup): Promise<Demo> => {
  const demo = await startDemo();
  cleanup.add(demo.close);
  const taken = new URL(demo.url).port === String(USUAL_PORT) ? '' : ` (port ${USUAL_PORT} is taken)`;
  console.log(`The demo is at ${demo.url}${taken}, with ${demo.cases.length} cases.`);
  return demo;
};

/** Opens the tab before the page, so that everything that the page asks for is recorded from its very start. */
const openTab = async (browser: InspectedBrowser): Promise<void> => {
  await browser.open('about:blank');
  await browser.showTab();
  // The report is there as soon as the tab is recorded.
  await browser.report();
};

/** With a window: until the person closes the browser. */
const showWindow = async (browser: InspectedBrowser, url: string): Promise<void> => {
  // A server that is not up yet is the person's to start: the browser says so itself, and the window stays.
  await browser.open(url).catch((error: Error) => console.log(`The page could not be loaded: ${error.message}`));
  console.log('The CORS tab is open. Close the browser, or press Ctrl-C, to end.');
  await browser.closed;
};

/** Without a window: until the page has asked for everything that it asks for by itself. */
const recordPage = async (browser: InspectedBrowser, url: string, isDemo: boolean): Promise<Report> => {
  console.log(`Loading ${url}`);
  await browser.open(url).catch((error: Error) => {
    throw new Error(`The page could not be loaded. Is its server running? (${error.message})`);
  });
  if (isDemo) {
    console.log('Running every case.');
    await browser.inPage(() => (globalThis as unknown as { readonly demo: { runAll(): Promise<void> } }).demo.runAll());
  }
  const settled = await browser.settle({ quietMs: QUIET_MS, timeoutMs: SETTLE_TIMEOUT_MS });
  if (!settled) console.log('The page is still asking for things; this is what was seen until now.');
  return browser.report();
};

const writeReport = async (browser: InspectedBrowser, report: Report, out: string): Promise<void> => {
  fs.mkdirSync(out, { recursive: true });
  const file = (ending: string): string => path.join(out, `${REPORT_NAME}.${ending}`);
  fs.writeFileSync(file('md'), toMarkdown(report));
  fs.writeFileSync(file('json'), toJson(report));
  await browser.screenshot(file('png'), PICTURE);
  console.log(`\nWritten: ${['md', 'json', 'png'].map(file).join(', ')}`);
};

const start = async (options: StartOptions, cleanup: Cleanup): Promise<void> => {
  const { engine } = options;
  const headless = options.headless || !hasDisplay(process);
  const executablePath = await findBrowser(thisMachine, engine, options.browserPath);
  console.log('Building the extension.');
  const extension = await buildUnpacked(engine);
  const demo = options.url === null ? await openDemo(cleanup) : null;
  const url = options.url ?? demo?.url ?? '';
  console.log(`Starting the browser${headless ? ' without a window' : ''}.`);
  const browser = await launchBrowser(engine, {
    executablePath,
    extension,
    headless,
    args: engine === 'chromium' ? (demo?.browser.chromiumArguments ?? []) : [],
    preferences: demo?.browser.firefoxPreferences ?? {},
    acceptCertificates: demo === null ? [] : [demo.browser.certificate],
  });
  cleanup.add(browser.close);
  await openTab(browser);
  if (!headless) {
    await showWindow(browser, url);
    return;
  }
  const report = await recordPage(browser, url, demo !== null);
  console.log(`\n${reportText(report)}`);
  await writeReport(browser, report, path.resolve(options.out));
};

export const main = async (args: readonly string[]): Promise<number> => {
  const read = readStartArguments(args, process.env);
  if (read.kind === 'help') {
    console.log(START_HELP);
    return 0;
  }
  if (read.kind === 'wrong') {
    console.error(`${read.message}\n\n${START_HELP}`);
    return 1;
  }
  const cleanup = createCleanup();
  try {
    await start(read.options, cleanup);
    return 0;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await cleanup.run();
  }
};
