/** Plays cases in a real browser, without our extension, and tells what the browser makes of them. */
import { launchChromium } from '../../../src/launch/chromium.ts';
import { launchFirefox } from '../../../src/launch/firefox.ts';
import type { BrowserVerdict, InspectedBrowser } from '../../../src/launch/inspected-browser.ts';
import type { DemoCase, Engine, Result } from '../model.ts';
import type { Demo } from '../start-demo.ts';
import { END_PATH, type Ending, writeObserver } from './observer.ts';

/** What one browser made of one case, in the terms of `Expected`. */
export interface Measured {
  readonly result: Result | 'timed out';
  /** Chromium: each `Network.CorsError` with its failed parameter. */
  readonly corsErrors: readonly (readonly [error: string, failedParameter: string])[];
  /** Firefox: the console's reasons, in order. */
  readonly reasons: readonly string[];
  /** webRequest's error of the request itself, the last where there are several; null without one. */
  readonly error: string | null;
  /** Whether webRequest showed the request at all. */
  readonly isSeen: boolean;
}

interface PlayedCase {
  readonly result: Measured['result'];
}

/** A case that has not ended by then is reported as `timed out`. */
const PATIENCE_MS = 20_000;

/** Chromium asks for a font twice, and the first attempt always ends so. */
const FONT_PROBE = 'net::ERR_CACHE_MISS';

/** Blocks nothing: Authorization is covered by `*` alone. */
const FIREFOX_WARNING = 'CORSAllowHeaderFromPreflightDeprecation';

/** Firefox cuts its message short where the URL is very long, so that no whole URL is found in it. */
const isOf = (id: string) => {
  const path = new RegExp(`/case/${id}(?![a-z0-9-])`);
  return (event: { readonly url: string; readonly message?: string }): boolean => path.test(event.url) || path.test(event.message ?? '');
};

const playCase = (browser: InspectedBrowser, id: string): Promise<PlayedCase> =>
  browser.inPage(
    (caseId: string, patience: number): Promise<PlayedCase> => {
      const { demo } = globalThis as unknown as { demo: { run(id: string): Promise<PlayedCase> } };
      const late = new Promise<PlayedCase>(resolve => setTimeout(() => resolve({ result: 'timed out' }), patience));
      return Promise.race([demo.run(caseId), late]);
    },
    id,
    PATIENCE_MS,
  );

const launch = (engine: Engine, demo: Demo, extension: string): Promise<InspectedBrowser> =>
  engine === 'chromium'
    ? launchChromium({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', extension, args: demo.browser.chromiumArguments })
    : launchFirefox({
        executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        extension,
        acceptCertificates: [demo.browser.certificate],
        preferences: demo.browser.firefoxPreferences,
      });

const measuredOf = (id: string, { result }: PlayedCase, verdicts: readonly BrowserVerdict[], endings: readonly Ending[]): Measured => {
  const own = verdicts.filter(isOf(id));
  const ended = endings.filter(isOf(id));
  const errors = ended.flatMap(({ error, method }) =>
    error === '' || error === null || error === FONT_PROBE || method === 'OPTIONS' ? [] : [error],
  );
  return {
    result,
    corsErrors: own.flatMap(verdict =>
      verdict.engine === 'chromium' && verdict.corsError !== null ? [[verdict.corsError, verdict.failedParameter ?? ''] as const] : [],
    ),
    reasons: own.flatMap(verdict => (verdict.engine === 'firefox' && verdict.reason !== FIREFOX_WARNING ? [verdict.reason] : [])),
    error: errors.at(-1) ?? null,
    isSeen: ended.length > 0,
  };
};

/** What the engine makes of each of these cases, by id. */
export const measure = async (engine: Engine, demo: Demo, cases: readonly DemoCase[]): Promise<ReadonlyMap<string, Measured>> => {
  const observer = writeObserver();
  const browser = await launch(engine, demo, observer.path);
  try {
    await browser.open(demo.url);
    const played = new Map<string, PlayedCase>();
    for (const { id } of cases) played.set(id, await playCase(browser, id));
    await browser.inPage(async (path: string) => (await fetch(path)).status, END_PATH);
    const endings = await browser.inBackground(() => (globalThis as unknown as { endingsAtEnd(): Promise<readonly Ending[]> }).endingsAtEnd());
    const verdicts = await browser.verdicts();
    return new Map([...played].map(([id, outcome]) => [id, measuredOf(id, outcome, verdicts, endings)]));
  } finally {
    await browser.close();
    observer.remove();
  }
};
