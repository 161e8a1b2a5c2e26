/** The fix as the reader's own server writes it, in the tab. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/later-words.ts';
import { ENGINES } from './launch-extension.ts';
import { openPanel, type PanelSession } from './panel-session.ts';
import { isShown, textsOf } from './panel-views.ts';
import { answer } from './site.ts';
import { until } from './until.ts';

const chosen = (): string | null => document.querySelector<HTMLSelectElement>('.recipe-choice')?.value ?? null;

/** A person chooses it. */
const choose = (id: string): void => {
  const choice = document.querySelector<HTMLSelectElement>('.recipe-choice');
  if (choice === null) throw new Error('There is nothing to choose.');
  choice.value = id;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
};

describe.each(ENGINES)('a recipe in the tab of %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine);
    session.site.answer('/nginx', answer(200, ['Server: nginx/1.22.1']));
    session.site.answer('/bucket', answer(200, ['Server: AmazonS3']));
    session.site.answer('/chain', answer(302, [`Location: ${session.site.at('other')}/silent`]));
    session.site.answer('/silent', answer(200));
  });
  afterAll(() => session?.close());

  const read = async (path: string): Promise<void> => {
    await session.begin();
    await session.fetch(session.site.api + path);
    await session.hasRows(1);
    await session.click('[role=treeitem]');
  };
  const has = (id: string) =>
    until(
      () => session.inPanel(chosen),
      found => found === id,
    );
  const snippet = async (): Promise<string> => (await session.inPanel(textsOf, '.snippet')).join();

  it('is that of the server which the answer names, with the origin of the page', async () => {
    await read('/nginx');
    await has('nginx');
    expect(await snippet()).toContain(`"~^${session.site.page}$" $http_origin;`);
    expect((await session.inPanel(textsOf, '.recipe .aside')).join()).toContain(recipeWords.recognised('nginx'));
  });

  it('is what the reader chose last, where nothing names the server, also when the tools are opened again', async () => {
    await read('/silent');
    await session.inPanel(choose, 'express');
    await has('express');
    expect(await snippet()).toContain(`origin: ['${session.site.page}'],`);
    await session.browser.closeDevTools();
    await session.browser.showTab();
    await until(() => session.inPanel(isShown, '.toolbar'), Boolean);
    await read('/silent');
    await has('express');
  });

  it('has beside it what its format has no room for', async () => {
    await read('/bucket');
    await has('amazon-s3');
    expect(JSON.parse(await snippet())).toMatchObject({ CORSRules: [{ AllowedOrigins: [session.site.page] }] });
    const said = (await session.inPanel(textsOf, '.recipe .aside')).join();
    expect(said).toContain(recipeWords.comments.credentialsUnasked('S3'));
    expect(said).toContain(recipeWords.notProven);
  });

  it('says of another server of a chain that it has to change too', async () => {
    await read('/chain');
    const said = await until(
      async () => (await session.inPanel(textsOf, '.recipe p')).join(),
      text => text.includes(recipeWords.several),
    );
    expect(said).toContain(recipeWords.without(new URL(session.site.at('other')).host));
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
