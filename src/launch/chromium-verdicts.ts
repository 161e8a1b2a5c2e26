import type { CDPSession, Page, Protocol, Target } from 'puppeteer';
import type { ChromiumVerdict } from './inspected-browser.ts';

interface Asked {
  readonly url: string;
  readonly method: string;
}

export interface ChromiumVerdicts {
  /** Those since the last call. */
  take(): Promise<readonly ChromiumVerdict[]>;
}

/**
 * Listens to the page and to every frame, worker and service worker that it starts. Each is held at its start until the
 * listener is in place, so that its first request is seen too. Shared workers belong to no page, and are not held.
 */
export const watchVerdicts = async (page: Page): Promise<ChromiumVerdicts> => {
  const asked = new Map<string, Asked>();
  const failed = new Map<string, ChromiumVerdict>();
  const attached = new Set<CDPSession>();

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

  const watch = (session: CDPSession): Promise<unknown> => {
    attached.add(session);
    session.on('Network.requestWillBeSent', event => {
      asked.set(event.requestId, { url: event.request.url, method: event.request.method });
    });
    session.on('Network.loadingFailed', onFailed);
    session.on('sessionattached', child => void watch(child));
    // Sent together: a held target answers nothing until it is let go. One that ends meanwhile has nothing to tell.
    return Promise.allSettled([
      session.send('Network.enable'),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
  };

  const root = await page.createCDPSession();
  await watch(root);
  const shared = new Set<Promise<unknown>>();
  page.browser().on('targetcreated', (target: Target) => {
    // A worker that ends meanwhile has nothing to tell.
    if (target.type() === 'shared_worker') shared.add(target.createCDPSession().then(watch, () => undefined));
  });
  let taken = new Set<string>();
  return {
    take: async () => {
      await Promise.all(shared);
      shared.clear();
      // A round trip: whatever the browser sent before its answer has arrived by then.
      await root.send('Runtime.evaluate', { expression: '0' });
      const fresh = [...failed].filter(([id]) => !taken.has(id)).map(([, verdict]) => verdict);
      taken = new Set(failed.keys());
      return fresh;
    },
  };
};
