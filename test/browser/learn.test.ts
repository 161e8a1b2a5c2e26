/** What explains and what lets one play: CORS in a minute, other answers to try, advice, and the way to the page's code. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { simulatorWords } from '../../panel/later-words.ts';
import { words } from '../../panel/words.ts';
import { en } from '../../src/explain/words/en.ts';
import { ENGINES } from './launch-extension.ts';
import { openPanel, type PanelSession } from './panel-session.ts';
import { focused, textsOf } from './panel-views.ts';
import { answer, html } from './site.ts';
import { until } from './until.ts';
import { rowTexts } from './views.ts';

const LINK = `button: ${words.minute.link}`;
const isOpen = (): boolean => document.querySelector('#minute:popover-open') !== null;
const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** What each browser would do, by its name. */
const browsers = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...document.querySelectorAll<HTMLElement>('.browsers li')].map(({ dataset }) => [dataset.browser, dataset.standing]));
const all = (standing: string) => ({ chromium: standing, firefox: standing, safari: standing });

/** A person writes into the last line of the first answer. */
const write = (field: string, text: string): void => {
  const input = [...document.querySelectorAll<HTMLInputElement>(`.answer-editor:first-of-type > .lines ${field}`)].at(-1);
  if (input === undefined) throw new Error(`There is no ${field}.`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Where the fix stood below the headline each time that anything changed, in pixels, by the request's line. */
type Places = typeof globalThis & { placesOfFix: { readonly request: string; readonly top: number }[] };

/** In the panel. */
const watchFix = (): void => {
  const world = globalThis as Places;
  world.placesOfFix = [];
  const topOf = (selector: string): number => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
  const note = (): void => {
    const top = topOf('.fix') - topOf('.headline');
    if (!Number.isNaN(top)) world.placesOfFix.push({ request: document.querySelector('.request-line')?.textContent ?? '', top });
  };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
};
const placesOfFix = (path: string): readonly number[] =>
  (globalThis as Places).placesOfFix.filter(({ request }) => request.includes(path)).map(({ top }) => top);

describe.each(ENGINES)('to learn and to play in %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine);
    session.site.answer('/counted', answer(200, ['Access-Control-Allow-Origin: *', 'X-Total-Count: 12', 'Acess-Control-Max-Age: 60']));
  });
  beforeEach(() => session.begin());
  afterAll(() => session?.close());

  const minute = () => session.inPanel(textsOf, '#minute');
  const openMinute = async (): Promise<string> => {
    await session.inPanel(focusOn, '.minute-link');
    // A button hears keys in a window that has the focus alone, which Firefox without a display has not.
    await (engine === 'chromium' ? session.press('Enter') : session.click('.minute-link'));
    const [text = ''] = await until(minute, ([shown = '']) => shown.includes(en.minute.title));
    return text;
  };

  describe('CORS in a minute', () => {
    it('has an example that is called one, where the page asked nothing', async () => {
      const text = await openMinute();
      expect(text).toContain(en.minute.example);
      await session.press('Escape');
    });

    it('speaks of the page’s own request', async () => {
      await session.askForAll();
      const text = await openMinute();
      const { page, api } = session.site;
      expect(text).not.toContain(en.minute.example);
      expect(text).toContain(`Access-Control-Allow-Origin: ${page}`);
      expect(text).toContain(`as ${api} is`);
      await session.press('Escape');
    });

    it('takes the focus, and gives it back when Escape closes it', async () => {
      await openMinute();
      await session.isFocused(`dialog: ${words.minute.link}`);
      await session.press('Escape');
      await until(
        () => session.inPanel(isOpen),
        open => !open,
      );
      expect(await session.inPanel(focused)).toBe(LINK);
    });
  });

  describe('other answers', () => {
    const become = (standing: string) =>
      until(
        () => session.inPanel(browsers),
        found => JSON.stringify(Object.entries(found).sort()) === JSON.stringify(Object.entries(all(standing)).sort()),
      );
    beforeEach(async () => {
      await session.askForAll();
      await session.click('[role=treeitem]');
      await session.click('.what-if > summary');
      await become('blocked');
    });

    it('change every verdict as they are written', async () => {
      await session.click('.answer-editor > .button');
      await session.isFocused(`input: ${simulatorWords.lineName}`);
      await session.inPanel(write, '.line-name', 'Access-Control-Allow-Origin');
      await session.inPanel(write, '.line-value', `${session.site.page}/`);
      await become('blocked');
      expect((await session.inPanel(textsOf, '.first-stop')).join()).toContain('An origin ends without a slash');
      await session.inPanel(write, '.line-value', session.site.page);
      await become('allowed');
      expect(await session.inPanel(textsOf, '.stops > p')).toEqual([simulatorWords.passes]);
      await session.inPanel(write, '.line-value', '“*”');
      await become('blocked');
      expect(await session.inPanel(textsOf, '.fault')).toEqual([simulatorWords.faults.value]);
    });

    it('take the fix in, and go back to what came', async () => {
      await session.click('.put-fix');
      await become('allowed');
      await session.click('.put-back');
      await become('blocked');
    });
  });

  if (engine === 'chromium')
    it.each([1, 2, 3, 4])('leads to the line that asked while its page was loading, time %d', async time => {
      const { page, api } = session.site;
      const script = `addEventListener('load', () => fetch('${api}/loaded').catch(() => {}));`;
      session.site.answer(`/loading/${time}`, html(`<script>fetch('${api}/at-once').catch(() => {});\n${script}</script>`));
      await session.inPanel(watchFix);
      await session.browser.open(`${page}/loading/${time}`);
      await session.hasRows(2);
      // They are listed as they end, which may be the other way round.
      const rows = await session.inPanel(rowTexts);
      for (const [path, place] of [
        ['/at-once', `loading/${time}:1:`],
        ['/loaded', `loading/${time}:2:`],
      ] as const) {
        await session.click(`[role=treeitem]:nth-of-type(${rows.findIndex(text => text.includes(path)) + 1})`);
        await until(
          () => session.inPanel(textsOf, '.asked-at'),
          ([text = '']) => text.includes(place),
        );
        // What stands below has not moved for it.
        expect(new Set(await session.inPanel(placesOfFix, path)).size).toBe(1);
      }
      // Left, so that it is not loaded again.
      await session.browser.open(`${page}/`);
    });

  it('says what deserves a look on a request that was allowed', async () => {
    await session.fetch(`${session.site.api}/counted`);
    await session.choose('allowed');
    await session.hasRows(1);
    await session.click('[role=treeitem]');
    const texts = await until(
      () => session.inPanel(textsOf, '.advice li'),
      ({ length }) => length > 0,
    );
    expect(texts).toEqual([expect.stringContaining('Was Access-Control-Max-Age meant?'), expect.stringContaining('X-Total-Count')]);
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
