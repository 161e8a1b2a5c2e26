/** The devtools page: registers the CORS tab and inspects for as long as the tools are open. */
import {
  askDocument,
  browserInfo,
  connectLine,
  createPanel,
  engine,
  extensionVersion,
  inspectedTabId,
  networkLog,
  onMessage,
  onNavigated,
} from '../src/browser.ts';
import { createFrameQuestions } from './inspector/frame-questions.ts';
import { createInspector } from './inspector/inspector.ts';
import { createPageTimings } from './inspector/page-timings.ts';
import { createShownDocumentReader } from './inspector/shown-document.ts';
import { preserveMemory } from './preserve-memory.ts';

void createPanel('CORS', '/panel/icons/icon-32.png', '/panel/panel.html');

const line = connectLine();
const askFrames = createFrameQuestions(line);
const inspector = createInspector({
  tabId: inspectedTabId(),
  line,
  browser: await browserInfo(),
  version: extensionVersion(),
  timings: createPageTimings(askFrames),
  networkLog,
  shownDocument: createShownDocumentReader({
    ask: engine === 'chromium' ? askDocument : async () => (await askFrames(null))[0]?.answer,
    now: Date.now,
  }),
  now: Date.now,
  isPreserved: preserveMemory.get(),
});
onNavigated(inspector.onNavigated);
onMessage((message, from) => (from === 'background' ? inspector.answer(message) : undefined));
