/** Joins watching, pairing and the session: what the background does with an event, with a request of a page, and after a stop. */
import type { Hub, Request } from './link/hub.ts';
import type { Exchange, Observation, RecordedPage, Recording, ShownDocument } from './model.ts';
import type { Session } from './session.ts';
import type { Trials } from './trial/trials.ts';
import { createArrivals } from './watch/arrivals.ts';
import { isSettled } from './watch/exchange.ts';
import { concernsCors, isNeverCors, isUntoldSocket } from './watch/keep.ts';
import { createLogEvidence } from './watch/log-evidence.ts';
import { type EventName, type RequestDetails, serializedOrigin } from './watch/observe.ts';
import { isTakenOver } from './watch/outcome.ts';
import type { Pairing } from './watch/pair.ts';
import type { InspectedTabs } from './watch/tabs.ts';
import { withTimings } from './watch/timings.ts';

/** Events held back while the session is being read at the worker's start. More than a page can cause in that time. */
const HELD_BACK_MAX = 10_000;

interface RecorderOptions {
  readonly session: Session;
  readonly pairing: Pairing;
  readonly tabs: InspectedTabs;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves once the events that woke the background are all there: Chromium hands some over after others that came later. */
  readonly settle: () => Promise<void>;
  /** The fixes that are being tried: what they may have changed is marked. */
  readonly trials: Pick<Trials, 'ready' | 'mark'>;
}

export interface Recorder {
  /** Resolves once what an earlier background left is taken up, and what happened since with it. */
  readonly ready: Promise<void>;
  onEvent(event: EventName, details: RequestDetails): void;
  onRequest(tabId: number, request: RecorderRequest): void;
  /** A tab began or ceased to be inspected. */
  onTabs(tabId: number): void;
  /** Access to sites was granted or taken away: until now, or from now on, requests are not seen. */
  onAccessChanged(): void;
  /** Ends the recording of tabs whose tools were closed while the worker was stopped. */
  endAbandoned(hub: Pick<Hub, 'hasInspector'>): void;
}

/** What a page may ask of the recording. */
export type RecorderRequest = Extract<Request, { readonly type: 'document' | 'clear' | 'preserve' | 'timing' | 'log' }>;

/** The event of a page's answer comes at most so many milliseconds after the page's own word. */
const ANNOUNCED_WITHIN_MS = 2_000;

export const createRecorder = ({ session, pairing, tabs, now, settle, trials }: RecorderOptions): Recorder => {
  let isReady = false;
  const heldBack: { readonly event: EventName; readonly details: RequestDetails }[] = [];
  const arrivals = createArrivals();
  /** Tab → when the page that it shows began to ask for anything. */
  const shownSince = new Map<number, number>();
  /** Tab → the page that it shows, of whose answer no event has told, and when it was shown. */
  const unannounced = new Map<number, { readonly document: ShownDocument; readonly at: number }>();

  const log = createLogEvidence();

  const amend = (exchange: Exchange): void => {
    if (isTakenOver(exchange)) {
      pairing.drop(exchange);
      session.discard(exchange);
      return;
    }
    if (exchange.opaqueCopyAt === undefined) pairing.amend(exchange);
    else pairing.drop(exchange);
    session.put(exchange);
  };
  /** A page that tries a socket again and again leaves one behind: the last that nothing tells of. */
  const discardUntold = ({ id, tabId, hops: [first] }: Exchange): void => {
    for (const other of [...session.exchanges(tabId)])
      if (other.id !== id && other.hops[0]?.url === first?.url && isUntoldSocket(other)) session.discard(other);
  };
  const put = (exchange: Exchange): void => {
    if (isUntoldSocket(exchange)) discardUntold(exchange);
    const known = trials.mark(isSettled(exchange) ? log.complete(exchange) : exchange);
    // A request that was given up may still change: its evidence must not be lost with the next change.
    if (known !== exchange) pairing.amend(known);
    session.put(known);
  };
  const keep = (exchange: Exchange): void => {
    log.note(exchange);
    if (concernsCors(exchange)) put(exchange);
    else if (isSettled(exchange)) session.discard(exchange);
  };
  const takeNavigation = (observation: Observation): void => {
    if (observation.type !== 'main_frame' || observation.kind !== 'delivered') return;
    arrivals.add(observation);
    if (!isAnnouncedLate(observation)) tabs.expectPage(observation.tabId, observation.url);
  };
  /** A busy browser tells of a page's answer after the page itself has spoken. Whatever began before the answer was the last page's. */
  const isAnnouncedLate = ({ tabId }: Observation): boolean => {
    const shown = unannounced.get(tabId);
    if (shown === undefined || now() - shown.at > ANNOUNCED_WITHIN_MS) return false;
    const arrival = arrivals.of(tabId, shown.document);
    if (arrival === undefined || arrival < shown.document.startedAt) return false;
    unannounced.delete(tabId);
    if (session.recording(tabId)?.pages === undefined) session.clear(tabId, arrival);
    return true;
  };
  const take = (event: EventName, details: RequestDetails): void => {
    const observation = tabs.observe(event, details);
    if (observation === null) return;
    if (observation.kind === 'started') session.count(observation.tabId);
    if (isNeverCors(observation)) takeNavigation(observation);
    else for (const exchange of pairing.observe(observation)) keep(exchange);
  };
  const turnPage = ({ tabId, pages }: Recording, page: RecordedPage): void => {
    if (pages) session.addPage(tabId, page);
    else session.clear(tabId, page.since);
  };
  const showDocument = (tabId: number, document: ShownDocument): void => {
    const recording = session.recording(tabId);
    if (!recording) return;
    const { url, startedAt } = document;
    tabs.setPage(tabId, url);
    if (recording.pageStartedAt === startedAt) {
      session.setPage(tabId, { pageUrl: url, pageStartedAt: startedAt, missedLoad: recording.missedLoad });
      return;
    }
    const arrival = arrivals.take(tabId, document);
    // Whatever arrived before the page that was on show until now is not the page that comes after it.
    const arrivedAt = arrival !== undefined && arrival > (shownSince.get(tabId) ?? 0) ? arrival : undefined;
    const isFirst = recording.pageStartedAt === 0 && arrivedAt === undefined;
    // A page without a request of its own began with its document; one that the browser had kept began long ago.
    const since = arrivedAt ?? (startedAt > Math.max(recording.startedAt, recording.pageStartedAt) ? startedAt : now());
    shownSince.set(tabId, since);
    if (arrivedAt === undefined && !isFirst) unannounced.set(tabId, { document, at: now() });
    else unannounced.delete(tabId);
    // The person may have cleared the log since then.
    if (!isFirst) turnPage(recording, { url, since: Math.max(since, recording.startedAt) });
    session.setPage(tabId, { pageUrl: url, pageStartedAt: startedAt, missedLoad: isFirst && url !== '' && url !== 'about:blank' });
  };

  const takeLog = (tabId: number, { entries, isWhole }: Extract<RecorderRequest, { readonly type: 'log' }>): void => {
    const page = serializedOrigin(session.recording(tabId)?.pageUrl ?? '');
    for (const exchange of log.add(tabId, entries, isWhole, session.exchanges(tabId), page)) amend(exchange);
  };

  const forgetTab = (tabId: number): void => {
    tabs.remove(tabId);
    pairing.forget(tabId);
    arrivals.forget(tabId);
    shownSince.delete(tabId);
    unannounced.delete(tabId);
    log.forget(tabId);
  };

  const takeUp = async (): Promise<void> => {
    await Promise.all([session.ready, trials.ready]);
    for (const tabId of session.tabs()) {
      tabs.add(tabId);
      tabs.setPage(tabId, session.recording(tabId)?.pageUrl ?? '');
      const inFlight = [...session.exchanges(tabId)].filter(exchange => !isSettled(exchange));
      for (const exchange of pairing.restore(inFlight)) session.put(exchange);
    }
    if (session.tabs().length > 0) await settle();
    isReady = true;
    for (const { event, details } of heldBack.splice(0).sort((a, b) => a.details.timeStamp - b.details.timeStamp)) take(event, details);
  };

  return {
    ready: takeUp(),
    onEvent: (event, details) => {
      if (isReady) take(event, details);
      else if (heldBack.length < HELD_BACK_MAX) heldBack.push({ event, details });
    },
    onTabs: tabId => {
      if (session.recording(tabId)) {
        tabs.add(tabId);
        return;
      }
      forgetTab(tabId);
    },
    onRequest: (tabId, request) => {
      switch (request.type) {
        case 'document':
          showDocument(tabId, request.document);
          return;
        case 'clear':
          session.clear(tabId, now());
          return;
        case 'preserve':
          session.setPreserved(tabId, request.isOn);
          return;
        case 'timing':
          for (const exchange of withTimings(session.exchanges(tabId), request.entries)) amend(exchange);
          return;
        case 'log':
          takeLog(tabId, request);
          return;
      }
    },
    onAccessChanged: () => {
      for (const tabId of session.tabs()) {
        const recording = session.recording(tabId);
        if (recording) session.setPage(tabId, { ...recording, missedLoad: true });
      }
    },
    endAbandoned: hub => {
      for (const tabId of session.tabs()) {
        if (hub.hasInspector(tabId)) continue;
        session.end(tabId);
        forgetTab(tabId);
      }
    },
  };
};
