/**
 * What the devtools page does for as long as the tools are open: it keeps its tab recorded, brings the evidence that only
 * DevTools pages can get, and answers the request for a report.
 */
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import type { FromBackground, Line, LogEntry, ToBackground } from '../../src/link/protocol.ts';
import { isReportRequest } from '../../src/link/report-request.ts';
import { createThrottle } from '../../src/link/throttle.ts';
import type { BrowserInfo, Exchange, Recording, Report } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import { readHarEntry } from './har-entry.ts';
import type { PageTimings } from './page-timings.ts';

/** Evidence is handed on at most this often, in milliseconds. */
const EVIDENCE_EVERY_MS = 100;

export interface InspectorOptions {
  readonly tabId: number;
  readonly line: Line<ToBackground, FromBackground>;
  readonly browser: BrowserInfo;
  readonly version: string;
  readonly timings: PageTimings;
  /** The URL of the page that the tab shows, asked of the page itself; "" where it does not answer. */
  readonly pageUrl: () => Promise<string>;
  readonly now: () => number;
}

export interface Inspector {
  onNavigated(url: string): void;
  onRequestFinished(entry: unknown): void;
  /** A promise of the report where `message` asks for this tab's, else undefined. */
  answer(message: unknown): Promise<Report> | undefined;
}

export const createInspector = ({ tabId, line, browser, version, timings, pageUrl, now }: InspectorOptions): Inspector => {
  const exchanges = new Map<string, Exchange>();
  let recording: Recording | null = null;
  let entries: LogEntry[] = [];
  const synced: (() => void)[] = [];

  const sendTimings = async (): Promise<void> => {
    if (browser.engine !== 'firefox') return;
    const found = await timings.read(exchanges.values());
    if (found.length > 0) line.send({ type: 'timing', entries: found });
  };
  const sendLog = (): void => {
    if (entries.length > 0) line.send({ type: 'log', entries });
    entries = [];
  };
  const askForTimings = createThrottle(() => void sendTimings(), EVIDENCE_EVERY_MS);
  const handOnLog = createThrottle(sendLog, EVIDENCE_EVERY_MS);
  const sync = (): Promise<void> =>
    new Promise(resolve => {
      synced.push(resolve);
      line.send({ type: 'sync' });
    });

  line.onMessage(message => {
    switch (message.type) {
      case 'reset':
        exchanges.clear();
        recording = message.recording;
        return;
      case 'exchanges':
        for (const id of message.removed) exchanges.delete(id);
        for (const exchange of message.changed) exchanges.set(exchange.id, exchange);
        askForTimings();
        return;
      case 'recording':
        recording = message.recording;
        return;
      case 'ready':
      case 'synced':
        for (const resolve of synced.splice(0)) resolve();
        return;
    }
  });
  line.onOpen(() => {
    line.send({ type: 'hello', role: 'inspector', tabId });
    void pageUrl().then(url => line.send({ type: 'page', url, loaded: url !== '' && url !== 'about:blank' }));
  });

  const report = async (redact: boolean): Promise<Report> => {
    sendLog();
    await sync();
    await sendTimings();
    await sync();
    const time = now();
    const judged = [...exchanges.values()].map(exchange => {
      const verdict = evaluate(exchange, browser.engine);
      return { exchange, verdict, explanation: verdict.failures.length > 0 ? explain(exchange, verdict, browser.engine) : null };
    });
    const empty: Recording = { tabId, pageUrl: '', startedAt: time, requests: 0, dropped: 0, missedLoad: false };
    return buildReport({ recording: recording ?? empty, browser, version, createdAt: new Date(time), exchanges: judged }, { redact });
  };

  return {
    onNavigated: url => line.send({ type: 'navigated', url, time: now() }),
    onRequestFinished: entry => {
      const read = readHarEntry(entry, browser.engine);
      if (!read) return;
      entries.push(read);
      handOnLog();
    },
    answer: message => (isReportRequest(message) && message.tabId === tabId ? report(message.redact !== false) : undefined),
  };
};
