/** What was let through although there is advice on it, in the real DevTools of both browsers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { words } from '../../panel/words.ts';
import { ENGINES } from './launch-extension.ts';
import { openPanel, type PanelSession, TITLE } from './panel-session.ts';
import { textsOf } from './panel-views.ts';
import { answer } from './site.ts';
import { until } from './until.ts';
import { rowTexts } from './views.ts';

const FOR_ALL = 'Access-Control-Allow-Origin: *';
const ALLOWED = words.standing.allowed;
const SIGN = `${ALLOWED} ·  ${words.worthALook}`;

describe.each(ENGINES)('warnings in %s', engine => {
  let session: PanelSession;
  let host: string;
  const ask = async (...paths: readonly string[]): Promise<void> => {
    for (const path of paths) await session.fetch(session.site.api + path);
  };
  const hasRows = async (...rows: readonly string[]): Promise<void> => {
    await until(
      () => session.inPanel(rowTexts),
      found => found.join('\n') === rows.join('\n'),
    );
  };

  beforeAll(async () => {
    session = await openPanel(engine);
    host = new URL(session.site.api).host;
    for (const path of ['/items/1', '/items/2', '/counted']) session.site.answer(path, answer(200, [FOR_ALL, 'X-Total-Count: 3']));
    session.site.answer('/plain', answer(200, [FOR_ALL]));
  });
  beforeEach(() => session.begin());
  afterAll(() => session?.close());

  it('are counted and listed apart', async () => {
    await ask('/refused', '/plain', '/counted');
    await session.counts(({ blocked, warnings, allowed, all }) => blocked === 1 && warnings === 1 && allowed === 2 && all === 3);
    await session.choose('warnings');
    await hasRows(`GET ${host}/counted ${SIGN}`);
  });

  it('are chosen by key, under a name that says how many there are', async () => {
    await ask('/counted');
    await session.counts(({ warnings }) => warnings === 1);
    await session.inPanel(() => document.querySelector<HTMLElement>('[data-choice=blocked] input')?.focus());
    await session.press('ArrowRight');
    await session.isFocused(`input: ${words.filters.warnings} 1`);
    await hasRows(`GET ${host}/counted ${SIGN}`);
  });

  it('carry a sign in words wherever they are listed, and lead to the advice', async () => {
    await ask('/plain', '/counted');
    await session.choose('allowed');
    await hasRows(`GET ${host}/plain ${ALLOWED}`, `GET ${host}/counted ${SIGN}`);
    await session.click('[role=treeitem]:nth-child(2)');
    await until(
      () => session.inPanel(textsOf, '[data-advice=headers-unreadable]'),
      texts => texts.some(text => text.includes('X-Total-Count')),
    );
  });

  it('carry it in an open group, too', async () => {
    await ask('/items/1', '/items/2');
    await session.choose('warnings');
    await hasRows(`GET ${host}/items/{id} ${SIGN}`);
    await session.click('.row-toggle');
    const signs = () => session.inPanel(() => [...document.querySelectorAll('.member .row-time .unseen')].map(({ textContent }) => textContent));
    await until(signs, found => found.join() === [words.worthALook, words.worthALook].join());
  });

  it('can be none', async () => {
    await ask('/plain');
    await session.counts(({ allowed }) => allowed === 1);
    await session.choose('warnings');
    await session.shows(TITLE, words.noMatchTitle);
    await session.shows('.message p', words.noWarnings);
    await session.click('.message .button');
    await hasRows(`GET ${host}/plain ${ALLOWED}`);
  });

  it('log no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
