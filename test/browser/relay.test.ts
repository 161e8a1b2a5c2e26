/** How the page calls a service that is not the reader's from its own back end, in the tab. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detailWords, recipeWords } from '../../panel/later-words.ts';
import { audit } from './axe.ts';
import { ENGINES } from './launch-extension.ts';
import { openPanel, type PanelSession } from './panel-session.ts';
import { faintTexts, isShown, textsOf } from './panel-views.ts';
import { answer } from './site.ts';
import { until } from './until.ts';

const SERVICE = 'service.example';

/** A person chooses it. */
const choose = (id: string): void => {
  const choice = document.querySelector<HTMLSelectElement>('.relay .recipe-choice');
  if (choice === null) throw new Error('There is nothing to choose.');
  choice.value = id;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
};

describe.each(ENGINES)('a relay in the tab of %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine, {
      args: engine === 'chromium' ? [`--host-resolver-rules=MAP ${SERVICE} 127.0.0.1`] : [],
      preferences: { 'network.dns.localDomains': SERVICE },
    });
    session.site.answer('/v1/data', answer(200));
  });
  afterAll(() => session?.close());

  const read = async (origin: string): Promise<void> => {
    await session.begin();
    await session.fetch(`${origin}/v1/data?q=1`);
    await session.hasRows(1);
    await session.click('[role=treeitem]');
    await session.shows('.fix h3', detailWords.fixTitle);
  };
  const service = (): string => `http://${SERVICE}:${new URL(session.site.page).port}`;
  const texts = (selector: string) => session.inPanel(textsOf, selector);

  it('is for a service of another site, and says what the page asks instead', async () => {
    await read(service());
    await until(
      () => texts('.relay h4'),
      ([title]) => title === recipeWords.relay.title,
    );
    await session.inPanel(choose, 'vite');
    await until(
      () => texts('.relay .snippet'),
      ([snippet]) => snippet?.includes(`target: '${service()}',`) === true,
    );
    expect((await texts('.relay p code')).join()).toBe('/third-party/v1/data?q=1');
    expect([...(await audit(session.browser, 'all', '.relay')), ...(await session.inPanel(faintTexts))]).toEqual([]);
  });

  it('is as the reader chose it last, also when the tools are opened again', async () => {
    await session.browser.closeDevTools();
    await session.browser.showTab();
    await until(() => session.inPanel(isShown, '.toolbar'), Boolean);
    await read(service());
    await until(
      () => texts('.relay .snippet'),
      ([snippet]) => snippet?.includes('vite.config.js') === true,
    );
  });

  it('is not for a server of the reader’s own', async () => {
    await read(session.site.api);
    expect(await texts('.relay')).toEqual([]);
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
