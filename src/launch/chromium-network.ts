import type { CDPSession, Page, Target } from 'puppeteer';

export interface NetworkSessions {
  /** Resolves once whatever the browser had sent until now has arrived. */
  flush(): Promise<void>;
}

/**
 * Listens to the network of the page and of every frame, worker and service worker that it starts. Each is held at its
 * start until the listener is in place, so that its first request is seen too. Shared workers belong to no page, and are not
 * held.
 *
 * @param listen puts listeners on a session of the DevTools protocol
 */
export const watchNetwork = async (page: Page, listen: (session: CDPSession) => void): Promise<NetworkSessions> => {
  const attach = (session: CDPSession): Promise<unknown> => {
    listen(session);
    session.on('sessionattached', child => void attach(child));
    // Sent together: a held target answers nothing until it is let go. One that ends meanwhile has nothing to tell.
    return Promise.allSettled([
      session.send('Network.enable'),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
  };

  const root = await page.createCDPSession();
  await attach(root);
  const shared = new Set<Promise<unknown>>();
  page.browser().on('targetcreated', (target: Target) => {
    // A worker that ends meanwhile has nothing to tell.
    if (target.type() === 'shared_worker') shared.add(target.createCDPSession().then(attach, () => undefined));
  });
  return {
    flush: async () => {
      await Promise.all(shared);
      shared.clear();
      // A round trip: whatever the browser sent before its answer has arrived by then.
      await root.send('Runtime.evaluate', { expression: '0' });
    },
  };
};
