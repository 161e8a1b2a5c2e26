/** The tab of an inspected site, and what a person does in it: what the tests of the tab begin with. */
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { UNASKED } from './access.ts';
import { type InspectedSite, type LaunchSetup, openSite } from './inspected-site.ts';
import { activeRow, counts, focused, startHearing, textsOf } from './panel-views.ts';
import { resize } from './resize.ts';
import { answer } from './site.ts';
import { until } from './until.ts';
import { rowTexts } from './views.ts';

export const WIDE = { width: 1280, height: 800 } as const;
export const NARROW = { width: 400, height: 800 } as const;
/** The title of what stands in the place of an empty list. */
export const TITLE = '.message h2';
export const TOKEN = 'a-token-to-hide';

export type Choice = 'blocked' | 'allowed' | 'all';

export interface PanelSession extends InspectedSite {
  readonly inPanel: InspectedSite['browser']['inPanel'];
  click(selector: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  choose(filter: Choice): Promise<void>;
  /** Resolves once one of the elements has this text. */
  shows(selector: string, text: string): Promise<void>;
  hasRows(count: number): Promise<void>;
  counts(isRight: (counts: Readonly<Record<string, number>>) => boolean): Promise<void>;
  isFocused(name: string): Promise<void>;
  isActive(row: number): Promise<void>;
  show(size: { readonly width: number; readonly height: number }, dark?: boolean): Promise<void>;
  /** A page that has asked for nothing yet, and the tab as it is at first. */
  begin(): Promise<void>;
  /** Three requests that are blocked and two that are allowed. */
  askForAll(): Promise<void>;
}

export const openPanel = async (engine: Engine, { preferences = {}, ...launch }: LaunchSetup = {}): Promise<PanelSession> => {
  const session = await openSite(engine, { ...launch, preferences: { ...preferences, ...UNASKED } });
  const { browser, site } = session;
  const { inPanel, click } = browser;
  const press: PanelSession['press'] = async (...keys) => {
    for (const key of keys) await browser.press(key);
  };
  const choose: PanelSession['choose'] = filter => click(`.filter[data-choice=${filter}]`);
  const hasRows: PanelSession['hasRows'] = async count => {
    await until(
      () => inPanel(rowTexts),
      rows => rows.length === count,
    );
  };
  const hasCounts: PanelSession['counts'] = async isRight => {
    await until(() => inPanel(counts), isRight);
  };
  const show: PanelSession['show'] = (size, dark = false) => resize(browser, { ...size, dark });

  site.answer('/unauthorized', answer(401));
  site.answer('/mismatch', answer(200, ['Access-Control-Allow-Origin: https://other.example']));
  for (const path of ['/allowed', '/allowed-too']) site.answer(path, answer(200, ['Access-Control-Allow-Origin: *']));
  await show(WIDE);
  return {
    ...session,
    inPanel,
    click,
    press,
    choose,
    shows: async (selector, text) => {
      await until(
        () => inPanel(textsOf, selector),
        texts => texts.includes(text),
      );
    },
    hasRows,
    counts: hasCounts,
    isFocused: async name => {
      await until(
        () => inPanel(focused),
        found => found === name,
      );
    },
    isActive: async row => {
      await until(
        () => inPanel(activeRow),
        found => found === row,
      );
    },
    show,
    begin: async () => {
      await browser.reload();
      await inPanel(startHearing);
      await choose('blocked');
      await press('/', 'Escape', 'Escape');
      await click('.toolbar .icon-button');
      await hasCounts(({ all }) => all === 0);
    },
    askForAll: async () => {
      await session.fetch(`${site.api}/refused`);
      await session.fetch(`${site.api}/unauthorized`, { method: 'PUT', headers: { Authorization: `Bearer ${TOKEN}` } });
      await session.fetch(`${site.api}/mismatch`);
      await session.fetch(`${site.api}/allowed`);
      await session.fetch(`${site.api}/allowed-too`);
      await hasCounts(({ blocked, allowed }) => blocked === 3 && allowed === 2);
      await hasRows(3);
    },
  };
};
