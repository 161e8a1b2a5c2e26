/**
 * What the devtools page does for as long as the tools are open: it keeps its tab recorded, brings the evidence that only
 * DevTools pages can get, and answers the request for a report.
 */
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import { answersAmong } from '../../src/explain/known-answers.ts';
import { en } from '../../src/explain/words/en.ts';
import type { Doubt, FromBackground, Line, LogEntry, ToBackground } from '../../src/link/protocol.ts';
import { isReportRequest } from '../../src/link/report-request.ts';
import type { BrowserInfo, Exchange, Recording, Report, ShownDocument } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import { createThrottle } from '../../src/throttle.ts';
import { createNetworkLog, type NetworkLogSource } from './network-log.ts';
import type { PageTimings } from './page-timings.ts';
import { createSecondLook } from './second-look.ts';

/** Evidence is handed on at most this often, in milliseconds. */
const EVIDENCE_EVERY_MS = 100;
/** How long a report waits for evidence that is still missing, in milliseconds before each attempt to get it. */
const PAUSES_MS = [0, 50, 150];

const wait = (milliseconds: number): Promise<void> =>
  new Promise(done => {
    setTimeout(done, milliseconds);
  });

const urlsOf = (doubts: readonly Doubt[]): readonly string[] => doubts.map(({ url }) => url);

export interface InspectorOptions {
  readonly tabId: number;
  readonly line: Line<ToBackground, FromBackground>;
  readonly browser: BrowserInfo;
  readonly version: string;
  readonly timings: PageTimings;
  readonly networkLog: NetworkLogSource;
  /** Which document the tab shows, which has just gone to `address` if that is given; null where a later answer counts. */
  readonly shownDocument: (address?: string) => Promise<ShownDocument | null>;
  readonly now: () => number;
  /** Whether the log is to be preserved across navigations, as it was the last time. */
  readonly isPreserved: boolean;
}

export interface Inspector {
  /** The page's address changed: with its document, or within it. */
  onNavigated(url: string): void;
  /** A promise of the report where `message` asks for this tab's, else undefined. */
  answer(message: unknown): Promise<Report> | undefined;
}

interface Recorded {
  readonly recording: Recording;
  readonly exchanges: readonly Exchange[];
}

export const createInspector = ({
  tabId,
  line,
  browser,
  version,
  timings,
  networkLog,
  shownDocument,
  now,
  isPreserved,
}: InspectorOptions): Inspector => {
  let entries: LogEntry[] = [];
  /** Told of since the last `sync`. */
  let doubts: Doubt[] = [];
  let arriving: { readonly recording: Recording; readonly exchanges: Exchange[] } | null = null;
  /** What waits for an answer is asked again on every new connection. */
  const synced: (() => void)[] = [];
  const snapshots: ((recorded: Recorded) => void)[] = [];

  const tellDocument = async (address?: string): Promise<void> => {
    const document = await shownDocument(address);
    if (document === null) return;
    log.onDocument(document);
    line.send({ type: 'document', document });
    // Of what a service worker answers, Chromium's log alone knows how it ended for the page.
    if (document.isControlled) void log.consult([]).then(sendWholeLog);
  };
  const sendTimings = async (): Promise<void> => {
    const found = await timings.read();
    if (found.length > 0) line.send({ type: 'timing', entries: found });
    if (timings.isWaiting) askForTimings();
  };
  const sendLog = (): void => {
    if (entries.length > 0) line.send({ type: 'log', entries, isWhole: false });
    entries = [];
  };
  const sendWholeLog = (found: readonly LogEntry[]): void => {
    if (found.length > 0) line.send({ type: 'log', entries: found, isWhole: true });
  };
  const askForTimings = createThrottle(() => void sendTimings(), EVIDENCE_EVERY_MS);
  const handOnLog = createThrottle(sendLog, EVIDENCE_EVERY_MS);
  const log = createNetworkLog({
    engine: browser.engine,
    source: networkLog,
    onEntry: entry => {
      entries.push(entry);
      handOnLog();
    },
    now,
  });
  const sync = (): Promise<void> =>
    new Promise(resolve => {
      synced.push(resolve);
      line.send({ type: 'sync' });
    });
  let turn: Promise<unknown> = Promise.resolve();
  /** What is in doubt still, with all that was found out by now. One asks at a time. */
  const openDoubts = (): Promise<readonly Doubt[]> => {
    const asked = turn.then(async () => {
      sendLog();
      doubts = [];
      await sync();
      return doubts;
    });
    turn = asked;
    return asked;
  };
  const secondLook = createSecondLook({
    openDoubts,
    look: async found => sendWholeLog(await log.lookUp(urlsOf(found))),
    wait,
    now,
  });
  const takeSnapshot = (): Promise<Recorded> =>
    new Promise(resolve => {
      snapshots.push(resolve);
      line.send({ type: 'snapshot' });
    });

  line.onMessage(message => {
    switch (message.type) {
      case 'doubts':
        doubts.push(...message.exchanges);
        if (browser.engine === 'chromium') {
          void log.consult(urlsOf(message.exchanges)).then(sendWholeLog);
          void secondLook();
        } else {
          timings.add(message.exchanges);
          askForTimings();
          // Firefox does not tell of an address that changes within its document.
          void tellDocument();
        }
        return;
      case 'reset':
        arriving = { recording: message.recording, exchanges: [] };
        return;
      case 'exchanges':
        arriving?.exchanges.push(...message.changed);
        return;
      case 'ready':
        if (arriving) for (const resolve of snapshots.splice(0)) resolve(arriving);
        arriving = null;
        return;
      case 'synced':
        for (const resolve of synced.splice(0)) resolve();
        return;
    }
  });
  let isFirstLine = true;
  line.onOpen(() => {
    line.send({ type: 'hello', role: 'inspector', tabId });
    // From then on the recording knows.
    if (isFirstLine && isPreserved) line.send({ type: 'preserve', isOn: true });
    isFirstLine = false;
    void tellDocument();
    if (synced.length > 0) line.send({ type: 'sync' });
    if (snapshots.length > 0) line.send({ type: 'snapshot' });
  });

  /** The tools and the page itself may know of what has just happened a moment after the background does. */
  const resolveDoubts = async (): Promise<void> => {
    for (const pause of PAUSES_MS) {
      await wait(pause);
      const found = await openDoubts();
      if (found.length === 0) return;
      if (browser.engine === 'chromium') sendWholeLog(await log.lookUp(urlsOf(found)));
      else await sendTimings();
    }
  };

  const report = async (redact: boolean): Promise<Report> => {
    await tellDocument();
    await resolveDoubts();
    const { recording, exchanges } = await takeSnapshot();
    await sync();
    const answersOf = answersAmong(exchanges);
    const { configurationsOf } = await import('./recognised.ts');
    const judged = exchanges.map(exchange => {
      const verdict = evaluate(exchange, browser.engine);
      return { exchange, verdict, explanation: verdict.failures.length > 0 ? explain(exchange, verdict, browser.engine, en, { answersOf }) : null };
    });
    return buildReport({ recording, browser, version, createdAt: new Date(now()), exchanges: judged, configurationsOf }, { redact });
  };

  return {
    onNavigated: url => {
      log.onAddress(url);
      void tellDocument(url);
    },
    answer: message => (isReportRequest(message) && message.tabId === tabId ? report(message.redact !== false) : undefined),
  };
};
