/** The background: what listens, and what it is wired to. The browser may stop and start it at any time. */
import {
  askFrames,
  createRequestWatcher,
  engine,
  hasHostAccess,
  onHostAccessChanged,
  onMessage,
  onPort,
  openAccessPage,
  repeatInTab,
  sendMessage,
  sessionRules,
  sessionStorage,
} from './browser.ts';
import { createHub } from './link/hub.ts';
import { PORT_NAME } from './link/protocol.ts';
import { answerReportRequest } from './link/report-request.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createSession } from './session.ts';
import { createThrottle } from './throttle.ts';
import { createTrialRequests, isTrialRequest } from './trial/requests.ts';
import { createTrials } from './trial/trials.ts';
import { isInDoubt } from './watch/outcome.ts';
import { createPairing } from './watch/pair.ts';
import { createInspectedTabs } from './watch/tabs.ts';

/** Pages are told of changes at most this often, in milliseconds. */
const NEWS_EVERY_MS = 250;
/** DevTools pages connect again as soon as the worker is gone: who has not within this many milliseconds of its start was closed. */
const RECONNECT_WITHIN_MS = 10_000;

/** Events that woke the background come at most this many milliseconds after later ones. */
const SETTLE_MS = 200;

const tabs = createInspectedTabs();
const watcher = createRequestWatcher((event, details) => recorder.onEvent(event, details));
const watchWhileInspected = (): void => {
  if (tabs.size > 0) watcher.start();
  else watcher.stop();
};

const trials = createTrials({
  rules: sessionRules,
  store: sessionStorage,
  now: Date.now,
  onChange: tabId => hub.tellTrial(tabId),
});
const hub = createHub({
  session: () => session,
  ready: () => recorder.ready,
  trial: trials.state,
  ask: askFrames,
  now: Date.now,
  isInDoubt: exchange => isInDoubt(exchange, engine),
  onChange: createThrottle(() => hub.flush(), NEWS_EVERY_MS),
  onTabs: tabId => {
    recorder.onTabs(tabId);
    trials.endAbandoned(id => session.recording(id) !== undefined);
    watchWhileInspected();
  },
  onRequest: (tabId, request) => {
    if (request.type === 'grant') openAccessPage();
    else if (isTrialRequest(request)) trialRequests.take(tabId, request);
    else {
      recorder.onRequest(tabId, request);
      if (request.type === 'document') trials.onPage(tabId, request.document.url);
    }
  },
});
const session = createSession(sessionStorage, hub);
const recorder: Recorder = createRecorder({
  session,
  pairing: createPairing({ linesKnown: engine === 'chromium' }),
  tabs,
  now: Date.now,
  settle: () =>
    new Promise(done => {
      setTimeout(done, SETTLE_MS);
    }),
  trials,
});
const trialRequests = createTrialRequests({
  trials,
  pageUrl: tabId => session.recording(tabId)?.pageUrl ?? '',
  repeat: repeatInTab,
});

// At top level and synchronously at every start: the event that wakes a stopped worker is then not lost.
watcher.resume();
onPort(PORT_NAME, port => hub.accept(port));
onMessage(message => answerReportRequest(message, sendMessage));

const tellAccess = async (): Promise<void> => hub.setAccess(await hasHostAccess());
onHostAccessChanged(() => {
  recorder.onAccessChanged();
  void tellAccess();
});
void tellAccess();

void recorder.ready.then(watchWhileInspected);
setTimeout(() => {
  recorder.endAbandoned(hub);
  trials.endAbandoned(hub.hasInspector);
  watchWhileInspected();
}, RECONNECT_WITHIN_MS);
