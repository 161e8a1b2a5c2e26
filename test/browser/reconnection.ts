/** Keeps the DevTools pages from connecting to the background again, so that nothing but the browser itself starts it. */
import type { InspectedSite } from './inspected-site.ts';
import { answer } from './site.ts';
import type { Api } from './views.ts';

/** In Firefox: every new connection is one that hears nothing, until `letConnect` ends it. */
const holdHere = (): void => {
  const view = globalThis as unknown as { readonly browser: Api; letConnect?: () => void };
  const { runtime } = view.browser;
  const { connect } = runtime;
  const ended: (() => void)[] = [];
  const event = { addListener: () => undefined };
  runtime.connect = () => ({
    onMessage: event,
    onDisconnect: { addListener: (listener: () => void) => void ended.push(listener) },
    postMessage: () => undefined,
    disconnect: () => undefined,
  });
  view.letConnect = () => {
    runtime.connect = connect;
    for (const end of ended) end();
  };
};
const letGoHere = (): void => (globalThis as unknown as { letConnect(): void }).letConnect();

/** In Chromium: waits, and with it every page of the extension, for an answer that the test holds back. The worker has a thread of its own. */
const waitHere = (url: string): void => {
  setTimeout(() => {
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    request.send();
  });
};

export interface Hold {
  /** Lets them connect. */
  letConnect(): Promise<void>;
  /** To be called instead once the tools are closed. */
  letGo(): void;
}

export const holdReconnection = async ({ browser, site }: InspectedSite): Promise<Hold> => {
  if (browser.engine === 'firefox') {
    await browser.inPanel(holdHere);
    await browser.inDevtoolsPage(holdHere);
    return {
      letConnect: async () => {
        await browser.inPanel(letGoHere);
        await browser.inDevtoolsPage(letGoHere);
      },
      letGo: () => undefined,
    };
  }
  const held = site.hold('/wait');
  await browser.inPanel(waitHere, `${site.api}/wait`);
  await held.arrived;
  const letGo = (): void => held.release(answer(204));
  return { letConnect: async () => letGo(), letGo };
};
