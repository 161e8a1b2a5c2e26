/** The extension in a real browser on a site of the test's own. */
import type { Engine, FirefoxLaunchOptions, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import type { Report } from '../../src/model.ts';
import { launchExtension } from './launch-extension.ts';
import { createSite, type Site } from './site.ts';
import { until } from './until.ts';

export interface InspectedSite {
  readonly site: Site;
  readonly browser: InspectedBrowser;
  /** Has the page fetch a URL, and waits for the end: whether the page could read the answer. */
  fetch(url: string, init?: RequestInit): Promise<boolean>;
  /** The unredacted report, once it is as it should be. */
  report(isRight?: (report: Report) => boolean): Promise<Report>;
  close(): Promise<void>;
}

export type LaunchSetup = Pick<FirefoxLaunchOptions, 'args' | 'preferences'>;

/** `tools` false leaves DevTools closed. */
export const openSite = async (
  engine: Engine,
  { tools = true, ...launch }: { readonly tools?: boolean } & LaunchSetup = {},
): Promise<InspectedSite> => {
  const site = await createSite();
  const browser = await launchExtension(engine, launch).catch((error: unknown) => {
    site.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await browser.close();
    site.close();
  };
  try {
    await browser.open('about:blank');
    if (tools) await browser.showTab();
    await browser.open(`${site.page}/`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    site,
    browser,
    fetch: (url, init = {}) =>
      browser.inPage(
        (target: string, options: RequestInit) =>
          fetch(target, options).then(
            () => true,
            () => false,
          ),
        url,
        init,
      ),
    report: (isRight = () => true) => until(() => browser.report({ redact: false }), isRight),
    close,
  };
};

/** How often each path was refused, by the report. */
export const refusals = (report: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(report.failures.map(({ request, occurrences }) => [new URL(request.url).pathname, occurrences.length]));
