/** Goes from page to page in the inspected tab, the way pages and people do. */
import type { Report } from '../../src/model.ts';
import type { InspectedSite } from './inspected-site.ts';
import { until } from './until.ts';
import { rowTexts } from './views.ts';

/** A page so answered gets no file that it asks for, although the browser takes the answer for one. */
export const SANDBOX = ['Content-Security-Policy: sandbox allow-scripts allow-same-origin'];

export type Way = 'assign' | 'replace' | 'link' | 'push' | 'back' | 'forward';

/** In the page: goes elsewhere once the call is over, which the page's end would cut off. */
const go = (way: Way, url: string): void => {
  setTimeout(() => {
    const link = Object.assign(document.createElement('a'), { href: url });
    const ways = {
      assign: () => location.assign(url),
      replace: () => location.replace(url),
      link: () => link.click(),
      push: () => history.pushState(null, '', url),
      back: () => history.back(),
      forward: () => history.forward(),
    };
    ways[way]();
  });
};
/** A page that is left while it is asked, and kept, never answers. */
const ANSWER_WITHIN_MS = 2_000;
const rejectAfter = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The page does not answer.')), milliseconds);
  });
const whereabouts = (): readonly string[] => [location.pathname, document.readyState];

export interface Navigation {
  at(path: string): string;
  /** Goes there and waits until the page has loaded. */
  go(way: Way, path: string): Promise<void>;
  /**
   * As `go`, and runs nothing in the page that is left: a driver's script listens to its page's unload, and Firefox keeps no page
   * that does.
   */
  goUnseen(way: Way, path: string): Promise<void>;
  /** Goes where the tab will never arrive, and waits until the server was asked. */
  goNowhere(path: string): Promise<void>;
  arrive(path: string): Promise<void>;
  refuse(path: string): Promise<boolean>;
  /** The report once it is of that page and holds so many refusals. */
  reportOf(path: string, refused: number): Promise<Report>;
  /** Waits until the list has so many rows. */
  expectShown(count: number): Promise<void>;
}

export const createNavigation = ({ browser, site, fetch, report }: InspectedSite): Navigation => {
  const at = (path: string): string => `${site.page}${path}`;
  const arrive = async (path: string): Promise<void> => {
    await until(
      () => Promise.race([browser.inPage(whereabouts), rejectAfter(ANSWER_WITHIN_MS)]),
      ([pathname, state]) => pathname === path && state === 'complete',
    );
  };
  return {
    at,
    arrive,
    go: async (way, path) => {
      await browser.inPage(go, way, path);
      await arrive(path.replace(/#.*/, ''));
    },
    goUnseen: async (way, path) => {
      await browser.inPage(go, way, path);
      await report(({ page }) => page.url === at(path));
      await arrive(path);
    },
    goNowhere: async path => {
      const before = site.requests.length;
      await browser.inPage(go, 'assign', path);
      await until(
        () => site.requests.slice(before),
        requests => requests.includes(`GET ${path}`),
      );
    },
    refuse: path => fetch(`${site.api}${path}`),
    reportOf: (path, refused) => report(({ page, failures }) => page.url === at(path) && failures.length === refused),
    expectShown: async count => {
      await until(
        () => browser.inPanel(rowTexts),
        rows => rows.length === count,
      );
    },
  };
};
