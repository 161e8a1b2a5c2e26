import type { CDPSession, Page } from 'puppeteer';
import type { Fields, SentRequest, TrafficWatch } from './traffic.ts';

const lowerCase = (headers: Fields): Fields => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/**
 * Listens to the page and to every frame and worker that it starts from now on. A preflight's initiator names its
 * request: nothing is inferred.
 */
export const watchTraffic = async (page: Page): Promise<TrafficWatch> => {
  /** In the order of their arrival; a frame's process may report a request to two sessions. */
  const sent = new Map<string, Omit<SentRequest, 'answers'>>();
  const answers = new Map<string, Fields[]>();

  const watch = (session: CDPSession): Promise<unknown> => {
    session.on('Network.requestWillBeSent', ({ requestId, request, initiator, documentURL }) => {
      const { url, method } = request;
      const preflightOf = initiator.type === 'preflight' ? (initiator.requestId ?? null) : null;
      const key = `${requestId} ${method} ${url}`;
      if (!sent.has(key)) sent.set(key, { id: requestId, url, method, preflightOf, documentUrl: documentURL, headers: lowerCase(request.headers) });
    });
    session.on('Network.responseReceivedExtraInfo', ({ requestId, headers }) => {
      answers.set(requestId, [...(answers.get(requestId) ?? []), lowerCase(headers)]);
    });
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
  return {
    sent: async () => {
      // A round trip: whatever the browser sent before its answer has arrived by then.
      await root.send('Runtime.evaluate', { expression: '0' });
      return [...sent.values()].map(request => ({ ...request, answers: answers.get(request.id) ?? [] }));
    },
  };
};
