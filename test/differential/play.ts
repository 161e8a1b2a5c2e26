/** Plays scenarios in a real browser with the built extension, and brings back what the browser said and what ours did. */
import type { BrowserVerdict, Engine, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import type { Exchange, ReportFailure } from '../../src/model.ts';
import { launchExtension } from '../browser/launch-extension.ts';
import { recordedExchanges } from '../browser/recorded-exchanges.ts';
import { until } from '../browser/until.ts';
import type { DemoRequest } from '../demo/model.ts';
import type { Outcome } from '../demo/page/run-request.ts';
import type { Asked, Client } from './asked.ts';
import { compare } from './compare.ts';
import { COOKIE_PATH, PASSWORD_PATH } from './jars.ts';
import type { Clients, Frames, Task } from './page/clients.ts';
import { FRAME, PAGES, PUBLIC, TEST_NAMES, withinReach } from './places.ts';
import type { Scenario } from './scenarios.ts';
import { openStage, overPath, type Stage, scenarioOf } from './stage.ts';

export interface Played {
  readonly scenario: Scenario;
  /** What the page was told; null where nothing tells it. */
  readonly outcome: Outcome | null;
  /** What the browser said of it. */
  readonly verdicts: readonly BrowserVerdict[];
  /** What our report says of it. */
  readonly failures: readonly ReportFailure[];
  /** What was recorded of it; with `before`, both. */
  readonly exchanges: readonly Exchange[];
}

/** The one that began last: what came before it is another request. */
export const lastOf = (exchanges: readonly Exchange[]): Exchange | undefined => exchanges.toSorted((a, b) => a.startedAt - b.startedAt).at(-1);

export interface Player {
  play(scenarios: readonly Scenario[]): Promise<readonly Played[]>;
  /** What is here, as it would be on a machine whose ports were all free. */
  canonical(text: string): string;
  close(): Promise<void>;
}

/** In flight at once. */
const WIDTH = 8;

/** What neither browser nor report has said by then, in milliseconds, they will not say. */
const PATIENCE_MS = 20_000;

/** Longer than the second for which an answer may be remembered. */
const STALE_AFTER_MS = 1_500;

const toRequest = ({ by, url, method, headers, body, mode, credentials }: Asked, address: string): DemoRequest => ({
  how: by,
  from: 'page',
  url: address === '' ? url : address,
  method,
  headers: headers.map(([name, value]) => ({ name, value })),
  body,
  mode,
  credentials,
  redirect: 'follow',
  times: 1,
});

const toTask = ({ asked, before }: Scenario, id: number, url: string): Task => ({
  from: asked.from,
  before: before && toRequest(before.asked, url),
  waitMs: before?.isStale ? STALE_AFTER_MS : 0,
  over: overPath(id),
  request: toRequest(asked, url),
});

/** In the page. */
const start = (all: readonly Client[], frames: Frames): Promise<void> => (globalThis as unknown as { clients: Clients }).clients.start(all, frames);
/** In the page. */
const fillJars = (origins: readonly string[], cookiePath: string, passwordPath: string): Promise<void> =>
  (globalThis as unknown as { clients: Clients }).clients.fillJars(origins, cookiePath, passwordPath);
/** In the page. */
const askAll = (tasks: readonly Task[], width: number): Promise<readonly (Outcome | null)[]> =>
  (globalThis as unknown as { clients: Clients }).clients.askAll(tasks, width);

const urlOf = (verdict: BrowserVerdict): string => (verdict.engine === 'firefox' && verdict.url === '' ? verdict.message : verdict.url);

const byScenario = <T>(items: readonly T[], url: (item: T) => string): ReadonlyMap<number, readonly T[]> => {
  const found = new Map<number, T[]>();
  for (const item of items) {
    const id = scenarioOf(url(item));
    if (id !== null) found.set(id, [...(found.get(id) ?? []), item]);
  }
  return found;
};

const createPlayer = (browser: InspectedBrowser, stage: Stage): Player => {
  let put = 0;

  /** All of one page. */
  const playOn = async (page: string, scenarios: readonly Scenario[]): Promise<readonly Played[]> => {
    const first = put;
    put += scenarios.length;
    const pageUrl = `${stage.here(page)}/`;
    await browser.open(pageUrl);
    await until(
      () => browser.report({ redact: false }),
      ({ recording, page: shown }) => shown.url === pageUrl && recording.crossOrigin === 0,
    );
    await browser.inPage(start, [...new Set(scenarios.map(({ asked }) => asked.from))], {
      'cross-site-frame': stage.here(FRAME),
      'public-frame': stage.here(PUBLIC),
    });
    await browser.inPage(fillJars, withinReach(page).map(stage.here), COOKIE_PATH, PASSWORD_PATH);
    const tasks = scenarios.map((scenario, index) => toTask(scenario, first + index, stage.put(first + index, scenario)));
    await browser.verdicts();
    const outcomes = await browser.inPage(askAll, tasks, WIDTH);
    const verdicts: BrowserVerdict[] = [];
    const look = async (): Promise<readonly Played[]> => {
      verdicts.push(...(await browser.verdicts()));
      const { failures } = await browser.report({ redact: false });
      const said = byScenario(verdicts, urlOf);
      const ours = byScenario(failures, ({ request }) => request.url);
      const recorded = byScenario(await recordedExchanges(browser), ({ hops }) => hops[0]?.url ?? '');
      return scenarios.map((scenario, index) => ({
        scenario,
        outcome: outcomes[index] ?? null,
        verdicts: said.get(first + index) ?? [],
        failures: ours.get(first + index) ?? [],
        exchanges: recorded.get(first + index) ?? [],
      }));
    };
    // What either says comes a moment after the page is told; of some failures one of them says nothing.
    return until(look, played => played.every(each => compare(browser.engine, each).result !== 'different'), PATIENCE_MS).catch(look);
  };

  return {
    play: async scenarios => {
      const played = new Map<Scenario, Played>();
      for (const page of PAGES) {
        const own = scenarios.filter(({ asked }) => asked.page === page);
        if (own.length > 0) for (const each of await playOn(page, own)) played.set(each.scenario, each);
      }
      return scenarios.map(scenario => played.get(scenario) as Played);
    },
    canonical: stage.canonical,
    close: async () => {
      await browser.close();
      stage.close();
    },
  };
};

export const openPlayer = async (engine: Engine): Promise<Player> => {
  const stage = await openStage();
  try {
    const { host } = new URL(stage.here(PUBLIC));
    const browser = await launchExtension(engine, {
      args:
        engine === 'chromium'
          ? ['--ignore-certificate-errors', '--host-resolver-rules=MAP *.test 127.0.0.1', `--ip-address-space-overrides=${host}=public`]
          : [],
      acceptCertificates: stage.certified,
      preferences: {
        'network.dns.localDomains': TEST_NAMES.join(','),
        'network.lna.enabled': true,
        'network.lna.blocking': true,
        'network.lna.address_space.public.override': host,
      },
    });
    await browser.open('about:blank');
    await browser.showTab();
    return createPlayer(browser, stage);
  } catch (error) {
    stage.close();
    throw error;
  }
};
