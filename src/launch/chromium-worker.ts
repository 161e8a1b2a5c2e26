/** How a service worker is stopped at once, in the middle of whatever it does; closing its target would wait until it is idle. */
import type { Browser, Page, Target } from 'puppeteer';

/** Stops the worker whose target that is; does nothing where none runs. */
export const stopWorker = async (browser: Browser, page: Page, isWanted: (target: Target) => boolean): Promise<void> => {
  const target = browser.targets().find(isWanted);
  if (target === undefined) return;
  const gone = new Promise<void>(resolve => {
    const listener = (destroyed: Target): void => {
      if (destroyed !== target) return;
      browser.off('targetdestroyed', listener);
      resolve();
    };
    browser.on('targetdestroyed', listener);
  });
  const protocol = await page.createCDPSession();
  const versionId = new Promise<string>(resolve => {
    protocol.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const running = versions.find(({ scriptURL, runningStatus }) => scriptURL === target.url() && runningStatus === 'running');
      if (running !== undefined) resolve(running.versionId);
    });
  });
  await protocol.send('ServiceWorker.enable');
  // Whoever is attached to a worker that waits for its pages keeps it from ending.
  await (await target.worker())?.client.detach();
  await protocol.send('ServiceWorker.stopWorker', { versionId: await versionId });
  await gone;
  await protocol.detach();
};
