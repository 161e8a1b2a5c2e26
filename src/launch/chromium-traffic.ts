import type { Page } from 'puppeteer';
import { watchNetwork } from './chromium-network.ts';
import type { Fields, SentRequest, TrafficWatch } from './traffic.ts';

const lowerCase = (headers: Fields): Fields => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/**
 * Collects the requests of the page, its frames and its workers from now on. A preflight's initiator names its request:
 * nothing is inferred.
 */
export const watchTraffic = async (page: Page): Promise<TrafficWatch> => {
  /** In the order of their arrival; a frame's process may report a request to two sessions. */
  const sent = new Map<string, Omit<SentRequest, 'answers'>>();
  const answers = new Map<string, Fields[]>();

  const network = await watchNetwork(page, session => {
    session.on('Network.requestWillBeSent', ({ requestId, request, initiator, documentURL }) => {
      const { url, method } = request;
      const preflightOf = initiator.type === 'preflight' ? (initiator.requestId ?? null) : null;
      const key = `${requestId} ${method} ${url}`;
      if (!sent.has(key)) sent.set(key, { id: requestId, url, method, preflightOf, documentUrl: documentURL, headers: lowerCase(request.headers) });
    });
    session.on('Network.responseReceivedExtraInfo', ({ requestId, headers }) => {
      answers.set(requestId, [...(answers.get(requestId) ?? []), lowerCase(headers)]);
    });
  });
  return {
    sent: async () => {
      await network.flush();
      return [...sent.values()].map(request => ({ ...request, answers: answers.get(request.id) ?? [] }));
    },
  };
};
