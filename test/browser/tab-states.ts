/**
 * Every state that the tab can be in, brought about in a real browser's real DevTools by real servers: what the tests of
 * how it looks, and of whom it serves, go through. No state depends on the one before.
 *
 *     const tab = await openTab('chromium');
 *     for (const { enter, leave } of TAB_STATES) {
 *       await tab.begin();
 *       await enter(tab);
 *       await leave(tab);
 *     }
 */
import { explainWords, exportWords, simulatorWords, trialWords } from '../../panel/later-words.ts';
import { listWords, words } from '../../panel/words.ts';
import { setHostAccess } from './access.ts';
import { casesFor, playCase } from './demo-session.ts';
import { TITLE } from './panel-session.ts';
import { chooseFile, isShown } from './panel-views.ts';
import { ask, askForAll, askInPage, has, openRow, settle, type Tab } from './tab-session.ts';
import { until } from './until.ts';
import { accessPage } from './views.ts';

export interface TabState {
  readonly name: string;
  enter(tab: Tab): Promise<void>;
  /** Takes back what the next page would not. */
  leave(tab: Tab): Promise<void>;
}

const GROUPS = 100;
/** So many of them are asked for once more. */
const PAIRS = 20;
/** Numbers would make one endpoint of all. */
const pathOf = (index: number): string => `/list/${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;
const GROUP_PATHS = Array.from({ length: GROUPS }, (_, index) => pathOf(index));

const LONG_NAMES = ['an-application-with-a-very-long-name', 'of-a-department-with-a-long-name', 'test'] as const;
const LONG_PATHS = [
  `/v1/${'organisations/departments/'.repeat(8)}members?fields=${'givenName,familyName,'.repeat(12)}&page=1`,
  `/v2/${'a'.repeat(300)}`,
  `/v3/short?${'token=abcdefghijklmnopqrstuvwxyz&'.repeat(10)}last=1`,
] as const;

/** The first case of the demo for each code that this engine has the tab see. */
const casesOfCodes = ({ demo, browser }: Tab): readonly string[] => {
  const byCode = new Map<string, string>();
  for (const { id, expected, unseenBy } of casesFor(demo.cases, browser.engine, false))
    if (expected.code !== null && !unseenBy.includes(browser.engine) && !byCode.has(expected.code)) byCode.set(expected.code, id);
  return [...byCode.values()];
};

const NOTHING = async (): Promise<void> => undefined;
const closePopover = ({ inPanel }: Tab): Promise<void> => inPanel(() => document.querySelector<HTMLElement>(':popover-open')?.hidePopover());
const openMinute = async (tab: Tab): Promise<void> => {
  await tab.click('.minute-link');
  await has(tab, '#minute', explainWords.minute.title);
};

/** The built-in demo. */
export const FAILURES: TabState = {
  name: 'a failure of every code',
  enter: async tab => {
    const ids = casesOfCodes(tab);
    await tab.browser.open(tab.demo.url);
    for (const id of ids) await playCase(tab.browser, id);
    await tab.counts(({ blocked }) => blocked === ids.length);
    await settle(tab);
  },
  leave: ({ browser, site }) => browser.open(`${site.page}/`),
};

export const TAB_STATES: readonly TabState[] = [
  { name: 'empty', enter: tab => tab.shows(TITLE, words.emptyTitle), leave: NOTHING },
  {
    name: 'waiting for a reload',
    enter: async tab => {
      await tab.browser.closeDevTools();
      await tab.browser.reload();
      await tab.browser.showTab();
      await tab.shows(TITLE, words.waitingTitle);
    },
    leave: NOTHING,
  },
  {
    name: 'without access',
    enter: async tab => {
      await setHostAccess(tab.browser, await tab.browser.inBackground(accessPage), false);
      await tab.shows(TITLE, words.noAccessTitle);
    },
    leave: async tab => {
      await setHostAccess(tab.browser, await tab.browser.inBackground(accessPage), true);
      await tab.shows(TITLE, words.waitingTitle);
    },
  },
  { name: 'a few requests', enter: askForAll, leave: NOTHING },
  {
    name: 'a request that is read',
    enter: async tab => {
      await askForAll(tab);
      await openRow(tab, 3);
    },
    leave: NOTHING,
  },
  {
    name: 'paused',
    enter: async tab => {
      await askForAll(tab);
      await tab.click('.pause');
      await ask(tab, '/meanwhile', '/meanwhile-too');
      await tab.shows('.pause', listWords.pause.waiting(2));
    },
    leave: ({ click }) => click('.pause'),
  },
  FAILURES,
  {
    name: 'nothing blocked',
    enter: async tab => {
      await ask(tab, '/allowed');
      await tab.counts(({ allowed }) => allowed === 1);
      await tab.shows(TITLE, words.nothingBlockedTitle);
    },
    leave: NOTHING,
  },
  {
    name: 'allowed only',
    enter: async tab => {
      await ask(tab, '/allowed', '/allowed-too', '/counted');
      await tab.choose('allowed');
      await tab.hasRows(3);
      await settle(tab);
      await openRow(tab, 3);
    },
    leave: NOTHING,
  },
  {
    name: 'long addresses',
    enter: async tab => {
      await tab.browser.inPage(
        askInPage,
        LONG_PATHS.map(path => ({ url: tab.site.at(LONG_NAMES.join('.')) + path })),
      );
      await tab.hasRows(LONG_PATHS.length);
      await settle(tab);
      await openRow(tab, 1);
    },
    leave: NOTHING,
  },
  {
    name: 'a hundred groups',
    enter: async tab => {
      await ask(tab, ...GROUP_PATHS, ...GROUP_PATHS.slice(0, PAIRS));
      await tab.counts(({ blocked }) => blocked === GROUPS + PAIRS);
      await settle(tab);
    },
    leave: NOTHING,
  },
  {
    name: 'a fix that is tried',
    enter: async tab => {
      await ask(tab, '/missing');
      await tab.hasRows(1);
      await openRow(tab, 1);
      await has(tab, '.try-fix .primary', trialWords.try);
      await tab.click('.try-fix .primary');
      await has(tab, '.trial-outcome', trialWords.through);
      await settle(tab);
    },
    leave: async tab => {
      await tab.click('.trial .stop');
      await until(
        () => tab.inPanel(isShown, '.trial'),
        shown => !shown,
      );
    },
  },
  {
    name: 'an opened report',
    enter: async tab => {
      await askForAll(tab);
      const report = await tab.browser.report();
      await tab.inPanel(chooseFile, 'cors-report.json', JSON.stringify(report));
      await has(tab, '.file-notice', words.file.notRecorded);
      await openRow(tab, 1);
    },
    leave: async tab => {
      await tab.click('.file-notice .button');
      await until(
        () => tab.inPanel(isShown, '.file-notice'),
        shown => !shown,
      );
    },
  },
  {
    name: 'what if',
    enter: async tab => {
      await askForAll(tab);
      await openRow(tab, 3);
      await tab.click('.what-if > summary');
      await has(tab, '.put-fix', simulatorWords.putFix);
    },
    leave: NOTHING,
  },
  {
    name: 'a recipe',
    enter: async tab => {
      await ask(tab, '/nginx');
      await tab.hasRows(1);
      await settle(tab);
      await openRow(tab, 1);
      await has(tab, '.snippet', 'add_header');
    },
    leave: NOTHING,
  },
  {
    name: 'CORS in a minute',
    enter: async tab => {
      await askForAll(tab);
      await openMinute(tab);
    },
    leave: closePopover,
  },
  {
    name: 'CORS in a minute, with an example',
    enter: openMinute,
    leave: closePopover,
  },
  {
    name: 'what preflights cost',
    enter: async tab => {
      await askForAll(tab);
      await tab.click('.preflight-link');
      await has(tab, '.cost-table', '/unauthorized');
    },
    leave: closePopover,
  },
  {
    name: 'the export menu',
    enter: async tab => {
      await askForAll(tab);
      await tab.click('.export');
      await has(tab, '.export-actions', exportWords.copyMarkdown);
    },
    leave: closePopover,
  },
];
