/** Plays a plan in a real browser with the built extension and real DevTools, and holds the pairing against the browser's own. */
import type { Engine, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import type { SentRequest } from '../../src/launch/traffic.ts';
import { isSettled } from '../../src/watch/exchange.ts';
import { launchExtension } from '../browser/launch-extension.ts';
import { recordedExchanges } from '../browser/recorded-exchanges.ts';
import { until } from '../browser/until.ts';
import { type Asked, type AskedElsewhere, askFromEverywhere } from './ask.ts';
import { inWebRequestTerms } from './chromium-truth.ts';
import { comparePairs, type Pairs } from './mistakes.ts';
import { createPlan, type Plan, type Requester } from './plan.ts';
import { openPairingSite, type PairingSite } from './site.ts';
import { keepWebRequestLog, type ToldRequest } from './web-request-log.ts';

const ELSEWHERE: readonly Exclude<Requester, 'page'>[] = ['frame', 'other-frame', 'worker'];

const askedBy = (requester: Requester, { requests }: Plan, { targets }: PairingSite): readonly Asked[] =>
  requests.flatMap(({ target, requester: by, ...asked }) => (by === requester ? [{ ...asked, url: targets[target] as string }] : []));

/** Which frame of webRequest's a document is; the page and its worker are 0. */
const createFrameOf = ({ requesters }: PairingSite, told: readonly ToldRequest[]) => {
  const idOf = (requester: 'frame' | 'other-frame'): number | undefined =>
    told.find(({ frameId, initiator }) => frameId !== 0 && initiator === new URL(requesters[requester]).origin)?.frameId;
  const frames = new Map([
    [requesters.frame, idOf('frame')],
    [requesters['other-frame'], idOf('other-frame')],
  ]);
  return (documentUrl: string): number | undefined => (frames.has(documentUrl) ? frames.get(documentUrl) : 0);
};

const play = async (browser: InspectedBrowser, site: PairingSite, plan: Plan): Promise<Pairs> => {
  await browser.open('about:blank');
  await browser.showTab();
  const isTarget = ({ url }: SentRequest): boolean => site.targets.includes(url);
  const traffic = await browser.watchTraffic();
  await browser.open(site.requesters.page);
  await until(
    () => browser.report(),
    ({ page }) => page.url === site.requesters.page,
  );
  const log = browser.engine === 'chromium' ? await keepWebRequestLog(browser, ['http://127.0.0.1/*']) : null;
  site.play(plan);
  const elsewhere = ELSEWHERE.map(
    (requester): AskedElsewhere => ({
      kind: requester === 'worker' ? 'worker' : 'frame',
      url: site.requesters[requester],
      asked: askedBy(requester, plan, site),
    }),
  );
  // Chromium's own word is told in webRequest's terms, which has none for a request that it never heard of.
  await browser.inPage(askFromEverywhere, askedBy('page', plan, site), elsewhere, browser.engine === 'firefox');
  // The last events reach the extension a moment after the page.
  const exchanges = await until(
    () => recordedExchanges(browser),
    all => all.every(isSettled),
  );
  const told = (await log?.read()) ?? [];
  const sent = (await traffic.sent()).filter(isTarget);
  return comparePairs(log === null ? sent : inWebRequestTerms(sent, told, createFrameOf(site, told)), exchanges);
};

/** `count` requests, all in flight at once. */
export const playPairing = async (engine: Engine, seed: number, count: number): Promise<Pairs> => {
  const site = await openPairingSite();
  try {
    const browser = await launchExtension(engine);
    try {
      return await play(browser, site, createPlan(seed, count));
    } finally {
      await browser.close();
    }
  } finally {
    site.close();
  }
};

export const asLine = (engine: Engine, seed: number, count: number, { requests, preflights, mistakes }: Pairs): string =>
  `${engine}: ${count - mistakes.length} of ${count} paired (seed ${seed}); ${preflights} preflights, ${count - requests} given up before the browser sent anything.`;
