import type { Page, Protocol } from 'puppeteer';
import { watchNetwork } from './chromium-network.ts';
import type { ChromiumVerdict } from './inspected-browser.ts';

interface Asked {
  readonly url: string;
  readonly method: string;
}

export interface ChromiumVerdicts {
  /** Those since the last call. */
  take(): Promise<readonly ChromiumVerdict[]>;
}

/** Collects what the browser says of each request of the page, its frames and its workers that it fails. */
export const watchVerdicts = async (page: Page): Promise<ChromiumVerdicts> => {
  const asked = new Map<string, Asked>();
  const failed = new Map<string, ChromiumVerdict>();

  const onFailed = (event: Protocol.Network.LoadingFailedEvent): void => {
    const request = asked.get(event.requestId);
    // A frame's process reports its requests to the page's session and to its own: one request id, one verdict.
    if (request === undefined || failed.has(event.requestId)) return;
    failed.set(event.requestId, {
      engine: 'chromium',
      ...request,
      resourceType: event.type,
      errorText: event.errorText,
      corsError: event.corsErrorStatus?.corsError ?? null,
      failedParameter: event.corsErrorStatus?.failedParameter ?? null,
      blockedReason: event.blockedReason ?? null,
    });
  };

  const network = await watchNetwork(page, session => {
    session.on('Network.requestWillBeSent', event => {
      asked.set(event.requestId, { url: event.request.url, method: event.request.method });
    });
    session.on('Network.loadingFailed', onFailed);
  });
  let taken = new Set<string>();
  return {
    take: async () => {
      await network.flush();
      const fresh = [...failed].filter(([id]) => !taken.has(id)).map(([, verdict]) => verdict);
      taken = new Set(failed.keys());
      return fresh;
    },
  };
};
