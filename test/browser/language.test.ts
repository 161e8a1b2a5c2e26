/** The tab speaks the language that the browser prefers, and English where it does not know that one, in both browsers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { de, en, entriesOf } from '../panel/catalogues.ts';
import { ENGINES } from './launch-extension.ts';
import { NARROW, openPanel, type PanelSession, TITLE } from './panel-session.ts';
import { cutOff, isShown } from './panel-views.ts';
import { until } from './until.ts';
import { accessPage, panelText } from './views.ts';

const spokenLanguage = (): string => document.documentElement.lang;

/** Each text that is shown or read out, by itself, but for values from the network. */
const allTexts = (): readonly string[] => {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode())
    if (node.parentElement?.closest('.value') === null) texts.push(node.textContent ?? '');
  for (const element of document.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
  return texts.map(text => text.trim()).filter(text => text !== '');
};

const textsOf = (catalogue: object): ReadonlySet<string> =>
  new Set(entriesOf(catalogue).flatMap(([, value]) => (typeof value === 'string' ? [value.trim()] : [])));

describe.each(ENGINES)('in %s', engine => {
  describe.each([
    { preferred: 'de-AT,en', language: 'de', own: de, other: en },
    { preferred: 'fr', language: 'en', own: en, other: de },
  ])('that prefers $preferred, the tab', ({ preferred, language, own, other }) => {
    let session: PanelSession;
    beforeAll(async () => {
      session = await openPanel(engine, { languages: preferred });
      await session.show(NARROW);
    });
    beforeEach(() => session.begin());
    afterAll(() => session?.close());

    const foreign = async (): Promise<readonly string[]> => {
      const [ours, theirs] = [textsOf(own), textsOf(other)];
      return (await session.inPanel(allTexts)).filter(text => theirs.has(text) && !ours.has(text));
    };
    const isOwnAlone = async (): Promise<void> => {
      expect(await session.inPanel(cutOff)).toEqual([]);
      expect(await foreign()).toEqual([]);
    };

    it(`is in ${language}`, async () => {
      expect(await session.inPanel(spokenLanguage)).toBe(language);
    });

    it('says so where there is nothing to list, and cuts nothing off', async () => {
      await session.shows(TITLE, own.words.emptyTitle);
      await session.shows('.filter[data-choice=blocked]', `${own.words.filters.blocked} 0`);
      await isOwnAlone();
    });

    it('lists in it, and cuts nothing off', async () => {
      await session.askForAll();
      await session.shows('.row-verdict', `${own.words.standing.blocked} · ${own.problemLabels['allow-origin-missing']}`);
      await isOwnAlone();
    });

    it('tells of a failure in it, and cuts nothing off', async () => {
      await session.askForAll();
      await session.click('[role=treeitem]');
      await until(() => session.inPanel(isShown, '.detail'), Boolean);
      await session.shows('.fix h3', own.detailWords.fixTitle);
      await session.shows('.whose-move b', own.detailWords.whoseMove);
      await session.shows('.step-title b', own.stepWords.pageAsks);
      await isOwnAlone();
    });

    it('says in it what a click shows', async () => {
      await session.askForAll();
      await session.click('[role=treeitem]');
      await until(() => session.inPanel(isShown, '.what-if summary'), Boolean);
      await session.click('.what-if summary');
      await session.shows('.what-if .button', own.simulatorWords.putFix);
      await session.click('.preflight-link');
      await session.shows('.cost-table th', own.costWords.waiting);
      await isOwnAlone();
    });

    it('has the page that asks for access speak it too', async () => {
      const page = await session.browser.openTab(await session.browser.inBackground(accessPage));
      try {
        await until(
          () => page.run(panelText),
          text => text.includes(own.access.done),
        );
        expect(await page.run(spokenLanguage)).toBe(language);
      } finally {
        await page.close();
      }
    });

    it('logs no error', async () => {
      expect(await session.browser.extensionErrors()).toEqual([]);
    });
  });
});
