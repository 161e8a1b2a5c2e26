/** What is behind a failure, in the tab: by what the same server answered elsewhere, and by what comes in meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detailWords } from '../../panel/later-words.ts';
import { ENGINES } from './launch-extension.ts';
import { openPanel, type PanelSession } from './panel-session.ts';
import { textsOf } from './panel-views.ts';
import { answer } from './site.ts';
import { until } from './until.ts';

describe.each(ENGINES)('what is behind a failure, in the tab of %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine);
    session.site.answer('/items/7', answer(409));
    session.site.answer('/items', answer(200, [`Access-Control-Allow-Origin: ${session.site.page}`]));
    session.site.answer('/many', answer(500, ['X-Powered-By: Express', 'Content-Type: text/html']));
  });
  afterAll(() => session?.close());

  const says = (part: string): Promise<string> =>
    until(
      async () => (await session.inPanel(textsOf, '.behind')).join('\n'),
      text => text.includes(part),
    );

  it('is what the other answers of the server show, as soon as they are there', async () => {
    await session.begin();
    await session.fetch(`${session.site.api}/items/7`);
    await session.hasRows(1);
    await session.click('[role=treeitem]');
    await says('An error that lets no page in');
    await session.fetch(`${session.site.api}/items`);
    const text = await says('Errors lack what good answers have');
    expect(text).toContain('This server’s 200 at “/items” allows the page.');
  });

  it('is more than one reading, in order, with what tells them apart', async () => {
    await session.begin();
    await session.fetch(`${session.site.api}/many`);
    await session.hasRows(1);
    await session.click('[role=treeitem]');
    await says('The application failed');
    await session.click('.behind summary');
    const text = await says('The check of the origin throws an error');
    expect(text).toContain(detailWords.otherCauses(1));
    expect(text.split(detailWords.shows).length - 1).toBe(2);
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
