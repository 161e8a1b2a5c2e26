/** The built extension in a real browser's real DevTools, on the demo: what the browser tests play their cases with. */
import type { BrowserVerdict, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import type { Report, ReportFailure } from '../../src/model.ts';
import type { DemoCase, Engine, Result } from '../demo/model.ts';
import { type Demo, startDemo } from '../demo/start-demo.ts';
import { launchExtension } from './launch-extension.ts';

export { ENGINES } from './launch-extension.ts';

/** A case that has not ended by then never will. */
const PATIENCE_MS = 20_000;

export interface DemoSession {
  readonly demo: Demo;
  readonly browser: InspectedBrowser;
  /** What the page got. */
  play(id: string): Promise<Result | 'timed out'>;
  report(): Promise<Report>;
  close(): Promise<void>;
}

/** Plays a case on the demo's page, and gives what the page got. */
export const playCase = (browser: InspectedBrowser, id: string): Promise<Result | 'timed out'> =>
  browser.inPage(
    (caseId: string, patience: number) => {
      const { demo: page } = globalThis as unknown as { demo: { run(id: string): Promise<{ result: Result }> } };
      const late = new Promise<'timed out'>(resolve => setTimeout(resolve, patience, 'timed out'));
      return Promise.race([page.run(caseId).then(({ result }) => result), late]);
    },
    id,
    PATIENCE_MS,
  );

/** `showTab: false` leaves the tools closed. */
export const openDemo = async (engine: Engine, { acceptInsecureCerts = false, showTab = true } = {}): Promise<DemoSession> => {
  const demo = await startDemo({ port: 0 });
  const browser = await launchExtension(engine, {
    acceptInsecureCerts,
    args: engine === 'chromium' ? demo.browser.chromiumArguments : [],
    preferences: demo.browser.firefoxPreferences,
  });
  try {
    await browser.open('about:blank');
    if (showTab) await browser.showTab();
    await browser.open(demo.url);
  } catch (error) {
    await browser.close();
    await demo.close();
    throw error;
  }
  return {
    demo,
    browser,
    play: id => playCase(browser, id),
    report: () => browser.report({ redact: false }),
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
};

const pathOf = (id: string): RegExp => new RegExp(`/case/${id}(?![a-z0-9-])`);

export const isOf = (id: string): ((event: { readonly url: string; readonly message?: string }) => boolean) => {
  const path = pathOf(id);
  return ({ url, message }) => path.test(url) || path.test(message ?? '');
};

/** The failure that the report has of a case. More than one is a defect of its own. */
export const failureOf = (report: Report, id: string): ReportFailure | undefined => {
  const found = report.failures.filter(({ request }) => pathOf(id).test(request.url));
  if (found.length > 1) throw new Error(`The report has ${found.length} failures of ${id}: ${found.map(({ code }) => code).join(', ')}`);
  return found[0];
};

export const casesFor = (cases: readonly DemoCase[], engine: Engine, isTrusting: boolean): readonly DemoCase[] =>
  cases.filter(
    ({ only, needs }) => (only === null || only.engine === engine) && (engine === 'firefox' && needs.includes('trusted-certificate')) === isTrusting,
  );

export type Verdicts = readonly BrowserVerdict[];
