/** Plays every case in a real browser without our extension and holds what the browser says against what the case expects. */

import { launchChromium } from '../../../src/launch/chromium.ts';
import { launchFirefox } from '../../../src/launch/firefox.ts';
import type { BrowserVerdict, InspectedBrowser } from '../../../src/launch/inspected-browser.ts';
import type { DemoCase, Engine, Result } from '../model.ts';
import { type Demo, startDemo } from '../start-demo.ts';
import { type Ending, writeObserver } from './observer.ts';

/** What one browser made of one case. */
export interface Measured {
  readonly result: Result | 'timed out';
  readonly detail: string;
  /** Chromium's `Network.CorsError` and failed parameter, or Firefox's first reason. */
  readonly said: readonly string[];
  /** Errors of webRequest, preflights marked. */
  readonly errors: readonly string[];
  readonly isSeen: boolean;
}

const isOf = (id: string) => (event: { readonly url: string }) => new RegExp(`/case/${id}(?![a-z0-9-])`).test(event.url);

const wordsOf = (verdict: BrowserVerdict): string =>
  verdict.engine === 'firefox'
    ? verdict.reason
    : [verdict.errorText, verdict.corsError, verdict.failedParameter || null, verdict.blockedReason].filter(part => part !== null).join(' ');

const PATIENCE_MS = 20_000;

const runCase = (browser: InspectedBrowser, id: string) =>
  browser.inPage(
    async (caseId: string, patience: number) => {
      const { demo } = globalThis as unknown as { demo: { run(id: string): Promise<{ result: Result; detail: string }> } };
      const late = new Promise<{ result: 'timed out'; detail: string }>(resolve =>
        setTimeout(() => resolve({ result: 'timed out', detail: '' }), patience),
      );
      return Promise.race([demo.run(caseId), late]);
    },
    id,
    PATIENCE_MS,
  );

const isReady = async (browser: InspectedBrowser): Promise<boolean> =>
  browser.inPage(
    () =>
      new Promise<boolean>(resolve => {
        const look = (): void => ('demo' in globalThis ? resolve(true) : void requestAnimationFrame(look));
        look();
      }),
  );

const launch = (engine: Engine, demo: Demo, extension: string, strict: boolean): Promise<InspectedBrowser> =>
  engine === 'chromium'
    ? launchChromium({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', extension, args: demo.browser.chromiumArguments })
    : launchFirefox({ executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr', extension, acceptInsecureCerts: !strict });

/** What the engine says to each of these cases, by id. */
export const measure = async (engine: Engine, demo: Demo, cases: readonly DemoCase[], strict: boolean): Promise<ReadonlyMap<string, Measured>> => {
  const observer = writeObserver();
  const browser = await launch(engine, demo, observer.path, strict);
  try {
    await browser.open(demo.url);
    await isReady(browser);
    const verdicts: BrowserVerdict[] = [];
    const outcomes = new Map<string, { result: Measured['result']; detail: string }>();
    for (const { id } of cases) {
      outcomes.set(id, await runCase(browser, id));
      verdicts.push(...(await browser.verdicts()));
    }
    verdicts.push(...(await browser.verdicts()));
    const endings = await browser.inBackground(() => (globalThis as unknown as { endings: Ending[] }).endings);
    return new Map(
      [...outcomes].map(([id, outcome]) => {
        const ended = endings.filter(isOf(id));
        return [
          id,
          {
            ...outcome,
            said: verdicts.filter(isOf(id)).map(wordsOf),
            errors: ended.flatMap(({ error, method }) =>
              error === null || error === '' ? [] : [method === 'OPTIONS' ? `preflight ${error}` : error],
            ),
            isSeen: ended.length > 0,
          },
        ];
      }),
    );
  } finally {
    await browser.close();
    observer.remove();
  }
};

export const main = async (args: readonly string[]): Promise<void> => {
  const engines = (['chromium', 'firefox'] as const).filter(
    engine => !args.some(arg => ['chromium', 'firefox'].includes(arg)) || args.includes(engine),
  );
  const demo = await startDemo();
  const only = args.filter(arg => !['chromium', 'firefox', '--strict'].includes(arg));
  const cases = demo.cases.filter(each => only.length === 0 || only.some(part => each.id.includes(part)));
  try {
    for (const engine of engines) {
      const measured = await measure(engine, demo, cases, args.includes('--strict'));
      for (const [id, each] of measured) {
        const { expected } = cases.find(inner => inner.id === id) as DemoCase;
        const wanted =
          engine === 'chromium'
            ? [expected.result, expected.chromium.error, expected.chromium.corsError, expected.chromium.failedParameter]
            : [expected.result, expected.firefox.reason, expected.firefox.error];
        console.log(engine, id, JSON.stringify(wanted), '\n    ', JSON.stringify(each).slice(0, 600));
      }
    }
  } finally {
    await demo.close();
  }
};
