/** Plays scenarios in a real browser with the built extension, and brings back what the browser said and what ours did. */
import type { BrowserVerdict, Engine, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import type { ReportFailure } from '../../src/model.ts';
import { launchExtension } from '../browser/launch-extension.ts';
import { until } from '../browser/until.ts';
import type { Scenario } from './scenarios.ts';
import { openStage, type Stage, scenarioOf } from './stage.ts';

export interface Played {
  readonly scenario: Scenario;
  /** Whether the page got the answer. */
  readonly isReadable: boolean;
  /** What the browser said of it. */
  readonly verdicts: readonly BrowserVerdict[];
  /** What our report says of it. */
  readonly failures: readonly ReportFailure[];
}

export interface Player {
  play(scenarios: readonly Scenario[]): Promise<readonly Played[]>;
  close(): Promise<void>;
}

interface Asked {
  readonly url: string;
  readonly isSandboxed: boolean;
  readonly init: {
    readonly method: string;
    readonly credentials: Scenario['asked']['credentials'];
    readonly headers: readonly (readonly string[])[];
  };
}

/** In flight at once. */
const WIDTH = 8;

/** In the page: asks for all, and tells of each whether its answer could be read. */
const askAll = async (all: readonly Asked[], width: number): Promise<readonly boolean[]> => {
  const view = globalThis as unknown as { sandbox?: Promise<MessagePort> };
  const openSandbox = (): Promise<MessagePort> =>
    new Promise(resolve => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = `<script>onmessage = ({ ports: [port] }) => {
        port.onmessage = ({ data: { id, url, init } }) =>
          fetch(url, init).then(() => true, () => false).then(done => port.postMessage({ id, done }));
        port.postMessage({ id: 'ready' });
      }</script>`;
      frame.onload = () => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(port1), { once: true });
        port1.start();
        frame.contentWindow?.postMessage(null, '*', [port2]);
      };
      document.body.append(frame);
    });
  const askFromSandbox = async (index: number, { url, init }: Asked): Promise<boolean> => {
    view.sandbox ??= openSandbox();
    const port = await view.sandbox;
    return new Promise(resolve => {
      const hear = ({ data }: MessageEvent<{ readonly id: unknown; readonly done: boolean }>): void => {
        if (data.id !== index) return;
        port.removeEventListener('message', hear);
        resolve(data.done);
      };
      port.addEventListener('message', hear);
      port.postMessage({ id: index, url, init });
    });
  };
  const ask = (index: number): Promise<boolean> => {
    const asked = all[index] as Asked;
    if (asked.isSandboxed) return askFromSandbox(index, asked);
    return fetch(asked.url, asked.init as unknown as RequestInit).then(
      () => true,
      () => false,
    );
  };
  const done: boolean[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < all.length) {
      const index = next++;
      done[index] = await ask(index);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return done;
};

const toAsked = ({ asked }: Scenario, url: string): Asked => ({
  url,
  isSandboxed: asked.origin === 'null',
  init: { method: asked.method, credentials: asked.credentials, headers: asked.headers },
});

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
  let played = 0;
  return {
    play: async scenarios => {
      const first = played;
      played += scenarios.length;
      await browser.open(stage.pageUrl);
      await until(
        () => browser.report({ redact: false }),
        ({ recording, page }) => page.url === stage.pageUrl && recording.crossOrigin === 0,
      );
      const all = scenarios.map((scenario, index) => toAsked(scenario, stage.put(first + index, scenario)));
      await browser.verdicts();
      const readable = await browser.inPage(askAll, all, WIDTH);
      const refused = readable.filter(isReadable => !isReadable).length;
      // What the browser says comes a moment after the page is told; some failures it says nothing about.
      const verdicts: BrowserVerdict[] = [];
      const { failures } = await until(
        async () => {
          verdicts.push(...(await browser.verdicts()));
          return browser.report({ redact: false });
        },
        report => report.failures.length >= refused,
        PATIENCE_MS,
      ).catch(() => browser.report({ redact: false }));
      verdicts.push(...(await browser.verdicts()));
      const said = byScenario(verdicts, urlOf);
      const ours = byScenario(failures, ({ request }) => request.url);
      return scenarios.map((scenario, index) => ({
        scenario,
        isReadable: readable[index] === true,
        verdicts: said.get(first + index) ?? [],
        failures: ours.get(first + index) ?? [],
      }));
    },
    close: async () => {
      await browser.close();
      stage.close();
    },
  };
};

/** A report that lacks a failure by then will not have it. */
const PATIENCE_MS = 8_000;

export const openPlayer = async (engine: Engine): Promise<Player> => {
  const stage = await openStage();
  try {
    const browser = await launchExtension(engine);
    await browser.open('about:blank');
    await browser.showTab();
    return createPlayer(browser, stage);
  } catch (error) {
    stage.close();
    throw error;
  }
};
