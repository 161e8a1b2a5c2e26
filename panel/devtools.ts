/** The devtools page: registers the CORS tab and inspects for as long as the tools are open. */
import {
  browserInfo,
  connectLine,
  createPanel,
  extensionVersion,
  inspectedPage,
  inspectedTabId,
  networkLog,
  onMessage,
  onNavigated,
} from '../src/browser.ts';
import { createInspector } from './inspector/inspector.ts';
import { createPageTimings } from './inspector/page-timings.ts';
import { createShownDocumentReader } from './inspector/shown-document.ts';

void createPanel('CORS', '/panel/icons/icon-32.png', '/panel/panel.html');

const inspector = createInspector({
  tabId: inspectedTabId(),
  line: connectLine(),
  browser: await browserInfo(),
  version: extensionVersion(),
  timings: createPageTimings(inspectedPage.timings),
  networkLog,
  shownDocument: createShownDocumentReader({ ask: inspectedPage.document, now: Date.now }),
  now: Date.now,
});
onNavigated(inspector.onNavigated);
onMessage((message, from) => (from === 'background' ? inspector.answer(message) : undefined));
