/** The contract for automation: any page of the extension gets a tab's report by one message, and nobody else does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OtherTab } from '../../src/launch/inspected-browser.ts';
import type { Report } from '../../src/model.ts';
import { contractErrors } from '../report/contract.ts';
import { type InspectedSite, openSite, refusals } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { type Api, accessPage, inspectedTab } from './views.ts';

const TOKEN = 'a-token-that-nobody-else-may-see';
/** No tab has it. */
const NO_TAB = 987_654_321;

type Answer = (Report & { readonly error?: undefined }) | { readonly error: string };

/** Anywhere in the extension: what it is answered. */
const ask = async (message: object): Promise<unknown> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  return (await (browser ?? chrome).runtime.sendMessage(message)) ?? null;
};
/** In a web page: what becomes of a message to the extension, if the page can send any. */
const askFromWeb = async (url: string, message: object): Promise<string> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Partial<Api>; readonly chrome?: Partial<Api> };
  const runtime = (browser ?? chrome)?.runtime as { sendMessage?(id: string, message: object): Promise<unknown> } | undefined;
  if (runtime?.sendMessage === undefined) return 'nothing to send with';
  return runtime.sendMessage(new URL(url).host, message).then(
    answer => JSON.stringify(answer) ?? 'nothing',
    () => 'rejected',
  );
};

describe.each(ENGINES)('the report in %s', engine => {
  let session: InspectedSite;
  let other: OtherTab;
  let extensionUrl: string;
  let tabId: number;

  const places = ['panel', 'devtools page', 'background', 'other tab'] as const;
  const askFrom = async (place: (typeof places)[number], message: object): Promise<Answer> => {
    const { browser } = session;
    const runs = { panel: browser.inPanel, 'devtools page': browser.inDevtoolsPage, background: browser.inBackground, 'other tab': other.run };
    return (await runs[place](ask, message)) as Answer;
  };
  const request = (more: object = {}): object => ({ type: 'cors-devtools:report', tabId, ...more });

  beforeAll(async () => {
    session = await openSite(engine);
    const { browser, site } = session;
    extensionUrl = await browser.inBackground(accessPage);
    other = await browser.openTab(extensionUrl);
    tabId = await browser.inPanel(inspectedTab);
    await session.fetch(`${site.api}/refused?access_token=${TOKEN}`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    await session.report(({ failures }) => failures.length === 1);
  });
  afterAll(() => session?.close());

  describe.each(places)('asked for from the %s', place => {
    it('is the report, redacted unless it is told otherwise', async () => {
      const report = (await askFrom(place, request())) as Report;
      expect(report).toMatchObject({ schema: 'cors-devtools/report@1', redacted: true });
      expect(refusals(report)).toEqual({ '/refused': 1 });
      expect(contractErrors(JSON.stringify(report))).toEqual([]);
      expect(JSON.stringify(report)).not.toContain(TOKEN);
    });

    it.each([true, 0, '', null])('is redacted when redact is %j', async redact => {
      expect(await askFrom(place, request({ redact }))).toMatchObject({ redacted: true });
    });

    it('is whole when redact is false', async () => {
      const report = await askFrom(place, request({ redact: false }));
      expect(report).toMatchObject({ redacted: false });
      expect(contractErrors(JSON.stringify(report))).toEqual([]);
      expect(JSON.stringify(report)).toContain(TOKEN);
    });
  });

  it.each(places.filter(place => place !== 'background'))(
    'is refused with a word on what to do, of a tab without tools, from the %s',
    async place => {
      const answer = await askFrom(place, request({ tabId: NO_TAB }));
      expect(answer).toEqual({ error: expect.stringContaining(`no report of tab ${NO_TAB}. Open the developer tools on it`) });
    },
  );

  it('is nothing to the background of a tab without tools: it hears no message of its own', async () => {
    expect(await askFrom('background', request({ tabId: NO_TAB }))).toBeNull();
  });

  it.each([undefined, null, 'a tab', {}])('is refused of %j, which is no tab', async noTab => {
    expect(await askFrom('panel', request({ tabId: noTab }))).toEqual({ error: expect.stringContaining('Open the developer tools') });
  });

  it('is not answered to another message', async () => {
    expect(await askFrom('panel', { type: 'another', tabId })).toBeNull();
  });

  it('is nothing to a web page', async () => {
    expect(await session.browser.inPage(askFromWeb, extensionUrl, request())).toMatch(/^(nothing to send with|rejected|nothing)$/);
  });

  it('is there after the background was stopped', async () => {
    await session.browser.stopBackground();
    expect(refusals((await askFrom('other tab', request())) as Report)).toEqual({ '/refused': 1 });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
