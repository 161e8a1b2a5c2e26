/** The panel as it is shipped, in real Chromium, with 10,000 exchanges at the other end of its line. */
import http from 'node:http';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { buildExtension } from '../../src/launch/build.ts';
import { listenOnLoopback } from '../loopback.ts';
import { type Figure, median } from './figure.ts';
import { bundleForPage } from './page-bundle.ts';
import type { Choice, Painting, PanelGlobals } from './panel-page.ts';
import { launchQuietChromium } from './quiet-chromium.ts';
import { refusedAmong } from './traffic.ts';

const EXCHANGES = 10_000;
const FIRST_PAINT_MAX_MS = 200;
const FRAME_MAX_MS = 50;
/** One frame of sixty a second. */
const RESPONSE_MAX_MS = 16.7;
/** As high as the tools of a laptop: some fifteen rows. */
const VIEWPORT = { width: 1_200, height: 700 };
/** Each frame shows rows that the one before did not. */
const SCROLL_FRAMES = 250;
const LOADS = 7;

/** What is in the search one after another, with how many of the exchanges that finds. The first has never been searched. */
const SEARCHES: readonly { readonly what: string; readonly text: string; readonly found: number }[] = [
  { what: 'all of them', text: 'o', found: EXCHANGES },
  { what: 'some', text: 'endpoint:customers/1001', found: EXCHANGES / 50 },
  { what: 'none', text: 'nowhere', found: 0 },
  { what: 'all, once it is emptied', text: '', found: EXCHANGES },
];

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The build, its page without its script, which the bench loads when it begins to count. */
const createFiles = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map(await buildExtension('chromium'));
  const html = Buffer.from(files.get('panel/panel.html') ?? []).toString();
  const timed = html.replace(/<script src="panel\.js"[^>]*>/, '<script src="panel-page.js">');
  if (timed === html) throw new Error('The panel has no script.');
  files.set('panel/panel.html', Buffer.from(timed));
  files.set('panel/panel-page.js', Buffer.from(await bundleForPage('panel-page.ts')));
  files.set('panel/panel-background.js', Buffer.from(await bundleForPage('panel-background.ts')));
  return files;
};

const serve = async (files: ReadonlyMap<string, Uint8Array>): Promise<{ readonly url: string; close(): void }> => {
  const server = http.createServer(({ url = '' }, response) => {
    const content = files.get(url.slice(1));
    response.setHeader('content-type', MEDIA_TYPES[path.extname(url)] ?? 'application/octet-stream');
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  const { port, close } = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}/panel/panel.html`, close };
};

/** The worst of the frames, each taken as the median of its loads: what other programs do falls on another frame each time. */
const worstFrame = (loads: readonly (readonly number[])[]): number =>
  Math.max(...Array.from({ length: SCROLL_FRAMES }, (_, frame) => median(loads.map(times => times[frame] ?? 0))));

interface Load {
  readonly painting: Painting;
  /** How long each frame took until all advice was found. */
  readonly advising: readonly number[];
  readonly warnings: number;
  /** How long each of `SEARCHES` took: the list as it is at first, and with every group opened. */
  readonly closed: readonly number[];
  readonly opened: readonly number[];
  readonly scrolling: readonly number[];
}

const search = async (page: Page, areOpened: boolean): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const { text, found } of SEARCHES) {
    const finding = await page.evaluate(value => (globalThis as unknown as PanelGlobals).search(value), text);
    // Of groups that are opened most are out of view.
    if (!areOpened && finding.found !== found) throw new Error(`"${text}" found ${finding.found} exchanges and not ${found}.`);
    times.push(finding.time);
  }
  return times;
};

const load = async (page: Page): Promise<Load> => {
  const choose = (filter: Choice) => page.evaluate(choice => (globalThis as unknown as PanelGlobals).choose(choice), filter);
  const refused = refusedAmong(EXCHANGES);
  const painting = await page.evaluate(blocked => (globalThis as unknown as PanelGlobals).paint(blocked), refused);
  // Every answer has a header that the page cannot read.
  const advising = await page.evaluate(warnings => (globalThis as unknown as PanelGlobals).advise(warnings), EXCHANGES - refused);
  const warnings = await choose('warnings');
  await choose('all');
  const closed = await search(page, false);
  const scrolling = await page.evaluate(count => (globalThis as unknown as PanelGlobals).scroll(count), SCROLL_FRAMES);
  const opened = await search(page, true);
  return { painting, advising, warnings, closed, opened, scrolling };
};

const atMost = (figure: number, max: number): Figure['budget'] => ({ text: `at most ${max} ms`, holds: figure <= max });

export const measurePanel = async (executablePath: string): Promise<readonly Figure[]> => {
  const site = await serve(await createFiles());
  const browser = await launchQuietChromium(executablePath, null);
  const loads: Load[] = [];
  try {
    await browser.page.setViewport(VIEWPORT);
    for (let count = 0; count < LOADS; count++) {
      await browser.page.goto(site.url);
      loads.push(await load(browser.page));
    }
  } finally {
    await browser.close();
    site.close();
  }
  const of = (select: (load: Load) => number): number => median(loads.map(select));
  const firstPaint = of(({ painting }) => painting.first);
  const worst = worstFrame(loads.map(({ scrolling }) => scrolling));
  const warnings = of(each => each.warnings);
  const keystrokes = SEARCHES.map(({ what }, at): Figure => {
    const closed = of(each => each.closed[at] ?? 0);
    const opened = of(each => each.opened[at] ?? 0);
    return {
      what: `  a keystroke that finds ${what}`,
      figure: `${closed.toFixed(1)} ms (groups opened: ${opened.toFixed(1)})`,
      budget: atMost(Math.max(closed, opened), RESPONSE_MAX_MS),
    };
  });
  return [
    {
      what: 'panel with 10,000 exchanges: first paint of its rows',
      figure: `${Math.round(firstPaint)} ms`,
      budget: atMost(firstPaint, FIRST_PAINT_MAX_MS),
    },
    { what: '  until all are listed', figure: `${Math.round(of(({ painting }) => painting.whole))} ms`, budget: null },
    { what: '  the longest frame until then', figure: `${of(({ painting }) => painting.longestFrame).toFixed(1)} ms`, budget: null },
    {
      what: '  until all advice is found, from then',
      figure: `${Math.round(of(({ advising }) => advising.reduce((sum, time) => sum + time, 0)))} ms`,
      budget: null,
    },
    { what: '  the longest frame until then', figure: `${of(({ advising }) => Math.max(...advising)).toFixed(1)} ms`, budget: null },
    { what: '  the switch to the warnings', figure: `${warnings.toFixed(1)} ms`, budget: atMost(warnings, RESPONSE_MAX_MS) },
    ...keystrokes,
    {
      what: 'scrolling through them: the longest frame',
      figure: `${worst.toFixed(1)} ms (median ${median(loads.flatMap(({ scrolling }) => scrolling)).toFixed(1)})`,
      budget: atMost(worst, FRAME_MAX_MS),
    },
  ];
};
