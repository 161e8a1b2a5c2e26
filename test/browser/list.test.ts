/** The list that people keep open: groups, a log that is preserved, a pause, in the real DevTools of both browsers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../panel/state/sort.ts';
import { listWords } from '../../panel/words.ts';
import { ENGINES } from './launch-extension.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { openPanel, type PanelSession } from './panel-session.ts';
import { isShown, listLines, rowTop, textsOf } from './panel-views.ts';
import { html } from './site.ts';
import { until } from './until.ts';

/** In the panel: where each row begins in the list, and how high it is, in pixels. */
const rowPlaces = (): readonly (readonly number[])[] =>
  [...document.querySelectorAll<HTMLElement>('[role=treeitem]')].map(({ offsetTop, offsetHeight }) => [offsetTop, offsetHeight]);

describe.each(ENGINES)('the list in %s', engine => {
  let session: PanelSession;
  let tab: Navigation;
  const shows = async (...lines: readonly string[]): Promise<void> => {
    let found: readonly string[] = [];
    await until(
      async () => {
        found = await session.inPanel(listLines);
        return found;
      },
      () => found.length === lines.length && found.every((line, at) => line === lines[at]),
    ).catch(error => {
      expect(found).toEqual(lines);
      throw error;
    });
  };
  const refuse = async (...paths: readonly string[]): Promise<void> => {
    for (const path of paths) await session.fetch(session.site.api + path);
  };
  const sort = (order: Order): Promise<void> =>
    session.inPanel(value => {
      const select = document.querySelector<HTMLSelectElement>('select.order');
      if (select === null) throw new Error('There is no order to choose.');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, order);
  const focusList = (): Promise<void> => session.inPanel(() => document.querySelector<HTMLElement>('[role=tree]')?.focus());

  beforeAll(async () => {
    session = await openPanel(engine);
    tab = createNavigation(session);
    for (const path of ['/next', '/third']) session.site.answer(path, html('<title>A page</title>'));
  });
  beforeEach(() => session.begin());
  afterAll(() => session?.close());

  describe('groups what is wrong in the same way', () => {
    beforeEach(() => refuse('/orders/1', '/orders/2', '/users', '/orders/3'));
    const open = ['3× /orders/{id}, open', '  /orders/1', '  /orders/2', '  /orders/3', '/users'];
    const closed = ['3× /orders/{id}, closed', '/users'];

    it('and opens a group by key, in which one moves like in the list', async () => {
      await shows(...closed);
      await focusList();
      await session.press('ArrowRight');
      await shows(...open);
      await session.press('ArrowRight', 'ArrowDown');
      await session.shows('[aria-selected=true] .endpoint', '/orders/2');
      await session.press('ArrowLeft', 'ArrowLeft');
      await shows(...closed);
      await session.isActive(1);
    });

    it('and opens it by mouse, without a choice', async () => {
      await shows(...closed);
      await session.click('.row-toggle');
      await shows(...open);
      await session.click('.row-toggle');
      await shows(...closed);
    });

    it('in rows that stand one below the other, members lower than groups', async () => {
      await shows(...closed);
      await session.click('.row-toggle');
      await shows(...open);
      expect(await session.inPanel(rowPlaces)).toEqual([
        [0, 44],
        [44, 26],
        [70, 26],
        [96, 26],
        [122, 44],
      ]);
    });

    it('and shows the latest of a group that is chosen, and stays with it while the group grows', async () => {
      const shown = async () => (await session.inPanel(textsOf, '.request-line > .value'))[0];
      const { host } = new URL(session.site.api);
      await shows(...closed);
      await session.click('[role=treeitem]');
      await until(shown, text => text === `${host}/orders/3`);
      await refuse('/orders/4');
      await shows('4× /orders/{id}, closed', '/users');
      expect(await shown()).toBe(`${host}/orders/3`);
    });

    it('and sorts them', async () => {
      await shows(...closed);
      await refuse('/accounts');
      await sort('newest');
      await shows('/accounts', '3× /orders/{id}, closed', '/users');
      await sort('count');
      await shows('3× /orders/{id}, closed', '/users', '/accounts');
      await sort('endpoint');
      await shows('/accounts', '3× /orders/{id}, closed', '/users');
      await sort('oldest');
    });

    it('and searches in one field', async () => {
      await shows(...closed);
      await session.press('/', ...'endpoint:/users');
      await shows('/users');
      await session.press('Escape');
      await shows(...closed);
    });

    // Firefox that is driven by a program focuses no document: nothing is `:focus` there.
    it.runIf(engine === 'chromium')('and hints at the fields until one types', async () => {
      await shows(...closed);
      await session.press('/');
      await until(() => session.inPanel(isShown, '.search-hint'), Boolean);
      await session.press('u');
      await until(
        () => session.inPanel(isShown, '.search-hint'),
        isHintShown => !isHintShown,
      );
      await session.press('Escape');
    });

    it('and searches for what is like the request that is shown', async () => {
      await shows(...closed);
      await session.click('.narrow');
      await session.click('.narrow-choice:nth-of-type(2)');
      await shows('3× /orders/{id}, closed');
      await session.press('/', 'Escape');
    });
  });

  it('goes on by as many rows as are in view, of which the last stays there, and back', async () => {
    const paths = Array.from({ length: 45 }, (_, at) => `/long-${String.fromCharCode(97 + (at % 26))}${'x'.repeat(at / 26)}`);
    await refuse(...paths);
    await session.counts(({ blocked }) => blocked === paths.length);
    await focusList();
    await session.press('Home');
    await session.isActive(1);
    const height = await session.inPanel(() => document.querySelector('[role=tree]')?.clientHeight ?? 0);
    const page = Math.floor((height - 44) / 44);
    await session.press('PageDown');
    await session.isActive(1 + page);
    await session.press('PageDown');
    await session.isActive(1 + 2 * page);
    await session.press('PageUp');
    await session.isActive(1 + page);
    await session.press('End', 'PageDown');
    await session.isActive(paths.length);
    await session.press('Home', 'PageUp');
    await session.isActive(1);
  });

  it('never moves what is read, when rows come above it', async () => {
    const paths = Array.from({ length: 40 }, (_, at) => `/path-${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : 'x'}`);
    await refuse(...paths);
    await session.counts(({ blocked }) => blocked === paths.length);
    await sort('newest');
    await until(
      () => session.inPanel(rowTop, '/path-nx'),
      top => top === 0,
    );
    await session.inPanel(() => {
      const list = document.querySelector('[role=tree]');
      if (list !== null) list.scrollTop = 10 * 44 + 7;
    });
    const before = await until(
      () => session.inPanel(rowTop, '/path-ax'),
      top => top !== null,
    );
    await refuse('/above', '/above-too');
    await session.counts(({ blocked }) => blocked === paths.length + 2);
    await until(
      () => session.inPanel(rowTop, '/path-ax'),
      top => top === before,
    );
    await sort('oldest');
  });

  describe('while it is paused', () => {
    it('shows nothing new, says how much waits, and shows it then', async () => {
      await refuse('/before');
      await shows('/before');
      await session.click('.pause');
      await refuse('/meanwhile', '/meanwhile', '/too');
      await session.shows('.pause', listWords.pause.waiting(3));
      await shows('/before');
      await session.click('.pause');
      await shows('/before', '2× /meanwhile, closed', '/too');
    });

    it('is empty once it is cleared, and says why', async () => {
      await refuse('/before');
      await shows('/before');
      await session.click('.pause');
      await session.click('.toolbar .icon-button');
      await session.shows('.message h2', listWords.pause.title);
      // The recorder has heard of it by then: what is asked for from now on stays.
      await session.report();
      await refuse('/after');
      await session.shows('.pause', listWords.pause.waiting(1));
      await session.click('.message .button');
      await shows('/after');
    });
  });

  describe('of a log that is preserved', () => {
    const isPreserved = (): boolean => document.querySelector<HTMLInputElement>('.preserve input')?.checked === true;
    const preserve = async (isOn: boolean): Promise<void> => {
      if ((await session.inPanel(isPreserved)) !== isOn) await session.click('.preserve input');
      await until(
        () => session.inPanel(isPreserved),
        checked => checked === isOn,
      );
    };
    afterEach(async () => {
      await preserve(false);
      await session.browser.open(tab.at('/'));
    });

    it('names the page that follows', async () => {
      await preserve(true);
      await refuse('/before');
      await shows('/before');
      await tab.go('assign', '/next');
      await refuse('/after');
      const { host } = new URL(session.site.page);
      await shows(`— ${host}/`, '/before', `— ${host}/next`, '/after');
      await session.browser.reload();
      await refuse('/after');
      await shows(`— ${host}/`, '/before', `— ${host}/next`, '/after', `— ${host}/next`, '/after');
    });

    it('begins anew with the next page when it is no longer preserved', async () => {
      await preserve(true);
      await refuse('/before');
      // Firefox asks the page itself whether it could read the answer: afterwards there is none to ask.
      await shows('/before');
      await tab.go('assign', '/next');
      await refuse('/after');
      await preserve(false);
      await shows('/before', '/after');
      await tab.go('assign', '/third');
      await refuse('/now');
      await shows('/now');
    });

    it('is remembered when the tools are opened again', async () => {
      await preserve(true);
      const { browser } = session;
      await browser.closeDevTools();
      await browser.showTab();
      await until(() => session.inPanel(isPreserved), Boolean);
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
