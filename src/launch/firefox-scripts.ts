/**
 * What the driver runs inside Firefox itself, with the browser's own rights (`-remote-allow-system-access`). Each is the
 * body of an async function whose arguments are `args`; they are text because the globals there (`Services`, `gBrowser`,
 * `ChromeUtils` …) exist nowhere else. The driver's own state is kept on the browser window between two scripts.
 */

/** Listens to the console and counts the requests of pages in flight. */
export const START = `
const pageRequests = new Set();
const state = { consoleMessages: [], pageRequests, tabs: new Map() };
Services.console.registerListener({ observe: message => { if (message instanceof Ci.nsIScriptError) state.consoleMessages.push(message); } });
const isPages = channel => channel.loadInfo !== null && !channel.loadInfo.triggeringPrincipal.isSystemPrincipal;
const observer = {
  observe: (subject, topic) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    if (topic === 'http-on-stop-request') pageRequests.delete(channel.channelId);
    else if (isPages(channel)) pageRequests.add(channel.channelId);
    state.changed?.();
  },
};
Services.obs.addObserver(observer, 'http-on-modify-request');
Services.obs.addObserver(observer, 'http-on-stop-request');
window.corsDevToolsDriver = state;
`;

/** args: [host, port, base64 of the certificate]. Accepts it there, whatever is wrong with it. */
export const ACCEPT_CERTIFICATE = `
const [host, port, base64] = args;
const certificate = Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).constructX509FromBase64(base64);
Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService).rememberValidityOverride(host, port, {}, certificate, true);
`;

/** args: [url | null to load the same page again]. Ends with the load event, or throws Firefox's name of the failure. */
export const NAVIGATE = `
const [url] = args;
const browser = gBrowser.selectedBrowser;
const wanted = url === null ? browser.currentURI.spec : Services.io.newURI(url).spec;
await new Promise((resolve, reject) => {
  const { STATE_STOP, STATE_IS_NETWORK, LOCATION_CHANGE_SAME_DOCUMENT, LOCATION_CHANGE_ERROR_PAGE } = Ci.nsIWebProgressListener;
  const end = failure => {
    gBrowser.removeTabsProgressListener(listener);
    if (failure === null) resolve();
    else reject(new Error(wanted + ': ' + failure));
  };
  const listener = {
    onStateChange: (target, progress, request, flags, status) => {
      const isEnd = (flags & STATE_STOP) !== 0 && (flags & STATE_IS_NETWORK) !== 0;
      if (target !== browser || !progress.isTopLevel || !isEnd || status === Cr.NS_BINDING_ABORTED) return;
      if (request?.QueryInterface(Ci.nsIChannel).originalURI.spec !== wanted) return;
      end(Components.isSuccessCode(status) ? null : (Object.keys(Cr).find(name => Cr[name] === status) ?? status));
    },
    // Neither a jump within the page nor a URL that is refused outright (a blocked port) starts a load that could end.
    onLocationChange: (target, progress, request, location, flags) => {
      if (target !== browser || !progress.isTopLevel || location.spec !== wanted) return;
      if (flags & LOCATION_CHANGE_SAME_DOCUMENT) end(null);
      else if (flags & LOCATION_CHANGE_ERROR_PAGE) end('refused');
    },
  };
  gBrowser.addTabsProgressListener(listener);
  if (url === null) browser.reload();
  else browser.loadURI(Services.io.newURI(url), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
});
`;

/** args: [quietMs, timeoutMs]. Whether no request of a page was in flight for so long. */
export const SETTLE = `
const [quietMs, timeoutMs] = args;
const state = window.corsDevToolsDriver;
return new Promise(resolve => {
  let quiet;
  const end = settled => { clearTimeout(quiet); clearTimeout(late); state.changed = undefined; resolve(settled); };
  const late = setTimeout(() => end(false), timeoutMs);
  state.changed = () => {
    clearTimeout(quiet);
    if (state.pageRequests.size === 0) quiet = setTimeout(() => end(true), quietMs);
  };
  state.changed();
});
`;

const TOOLBOX = `
const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
const { gDevTools } = require('devtools/client/framework/devtools');
`;

/** args: [addonId, timeoutMs]. Opens the toolbox and selects the extension's tab. */
export const SHOW_TAB = `${TOOLBOX}
const [addonId, timeoutMs] = args;
const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: gDevTools.getToolboxForTab(gBrowser.selectedTab)?.currentToolId ?? 'webconsole' });
const widget = addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
const deadline = Date.now() + timeoutMs;
const until = async read => {
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > deadline) throw new Error('The extension added no tab to DevTools.');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
};
const id = await until(() => [...toolbox.additionalToolDefinitions.keys()].find(tool => tool.includes(widget)));
await toolbox.selectTool(id);
await until(() => [...WebExtensionPolicy.getByID(addonId).extension.views].some(view => view.viewType === 'devtools_panel'));
`;

export const CLOSE_TOOLBOX = `${TOOLBOX}
await gDevTools.closeToolboxForTab(gBrowser.selectedTab);
`;

/** args: [url]. Loads it in a tab of its own, behind the selected one, and gives the tab's name. */
export const OPEN_TAB = `
const [url] = args;
const { tabs } = window.corsDevToolsDriver;
const name = 'tab ' + tabs.size;
const tab = gBrowser.addTab(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(), inBackground: true });
tabs.set(name, tab);
await new Promise(resolve => {
  const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
  const listener = {
    onStateChange: (target, progress, request, flags) => {
      const isEnd = (flags & STATE_STOP) !== 0 && (flags & STATE_IS_NETWORK) !== 0;
      if (target !== tab.linkedBrowser || !progress.isTopLevel || !isEnd || target.currentURI.spec === 'about:blank') return;
      gBrowser.removeTabsProgressListener(listener);
      resolve();
    },
  };
  gBrowser.addTabsProgressListener(listener);
});
return name;
`;

/** args: [the tab's name]. */
export const CLOSE_TAB = `gBrowser.removeTab(window.corsDevToolsDriver.tabs.get(args[0]));`;

/** Runs in the page: \`args\` are [selector]. Real input, of which the page cannot tell that no person is behind it. */
export const CLICK = `
const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs');
const element = document.querySelector(args[0]);
if (element === null) throw new Error('There is no ' + args[0]);
element.scrollIntoView({ block: 'nearest' });
const { left, top, width, height } = element.getBoundingClientRect();
event.synthesizeMouseAtPoint(left + width / 2, top + height / 2, {}, window);
`;

/** Runs in the page: \`args\` are [key]. */
export const PRESS = `
const processor = Components.classes['@mozilla.org/text-input-processor;1'].createInstance(Components.interfaces.nsITextInputProcessor);
if (!processor.beginInputTransactionForTests(window)) throw new Error('The keyboard is in use.');
const pressed = new window.KeyboardEvent('', { key: args[0] });
processor.keydown(pressed);
processor.keyup(pressed);
`;

/**
 * args: [addonId, where, script, sandboxName, timeoutMs]. Runs an async script in the page ('page') or in one of the extension's own
 * pages ('background', 'devtools_page', 'devtools_panel') or in a tab that OPEN_TAB named, with the page's rights (sandboxName null) or the browser's own
 * ('system'). null where there is no such page.
 */
export const EXECUTE_IN = `
const [addonId, where, script, sandboxName, timeout] = args;
const views = () => [...(WebExtensionPolicy.getByID(addonId)?.extension.views ?? [])];
const tab = where === 'page' ? gBrowser.selectedTab : window.corsDevToolsDriver.tabs.get(where);
const browser = tab?.linkedBrowser ?? views().find(view => view.viewType === where)?.xulBrowser;
if (!browser) return null;
const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
return actor.executeScript(script, [], { async: true, timeout, newSandbox: true, sandboxName });
`;

/** Takes the console's CORS messages. */
export const TAKE_CORS_MESSAGES = `
const state = window.corsDevToolsDriver;
const isCors = message => message.category.startsWith('CORS');
const taken = state.consoleMessages.filter(isCors).map(message => ({ category: message.category, message: message.errorMessage }));
state.consoleMessages = state.consoleMessages.filter(message => !isCors(message));
return taken;
`;

/** args: [addonId]. What the extension's pages threw, and what Firefox said of its manifest. */
export const EXTENSION_ERRORS = `
const policy = WebExtensionPolicy.getByID(args[0]);
const origin = policy.getURL('');
return [
  ...policy.extension.errors.map(error => 'manifest.json: ' + error),
  ...policy.extension.warnings.map(warning => 'manifest.json: ' + warning),
  ...window.corsDevToolsDriver.consoleMessages
    .filter(message => message.sourceName.startsWith(origin))
    .map(message => message.sourceName.slice(origin.length - 1) + ': ' + message.errorMessage),
];
`;

/** Runs in the extension's process: what its pages logged as an error or a warning. The browser forgets it with the page. */
export const LOGGED_ERRORS = `
const storage = Components.classes['@mozilla.org/consoleAPI-storage;1'].getService(Components.interfaces.nsIConsoleAPIStorage);
return storage.getEvents()
  .filter(event => event.filename.startsWith('moz-extension://') && ['error', 'warn', 'assert'].includes(event.level))
  .map(event => ({ id: event.innerID + ' ' + event.timeStamp, text: new URL(event.filename).pathname + ': ' + [...event.arguments].map(String).join(' ') }));
`;

/** args: [addonId]. 'running' or another state. */
export const BACKGROUND_STATE = `return WebExtensionPolicy.getByID(args[0]).extension.backgroundState;`;

/** args: [addonId]. */
export const WAKE_BACKGROUND = `await WebExtensionPolicy.getByID(args[0]).extension.wakeupBackground();`;

/** args: [addonId]. */
export const STOP_BACKGROUND = `await WebExtensionPolicy.getByID(args[0]).extension.terminateBackground({ ignoreDevToolsAttached: true });`;

/** args: [width, height, theme, timeoutMs]. The toolbox as PNG, in base64. */
export const SCREENSHOT = `${TOOLBOX}
const [width, height, theme, timeoutMs] = args;
Services.prefs.setStringPref('devtools.theme', theme);
const toolbox = gDevTools.getToolboxForTab(gBrowser.selectedTab);
const frame = toolbox.win;
const deadline = Date.now() + timeoutMs;
const painted = () => new Promise(resolve => frame.requestAnimationFrame(() => frame.requestAnimationFrame(resolve)));
if (toolbox.hostType === 'window') {
  toolbox.topWindow.resizeTo(width, height);
  while (frame.innerWidth !== width || frame.innerHeight !== height) {
    if (Date.now() > deadline) throw new Error('The toolbox is ' + frame.innerWidth + ' by ' + frame.innerHeight + ' and cannot be resized.');
    await painted();
  }
}
while (!frame.document.documentElement.classList.contains('theme-' + theme)) {
  if (Date.now() > deadline) throw new Error('The toolbox did not take the theme.');
  await painted();
}
await painted();
// The toolbox lays its tabs out anew in idle time.
await new Promise(resolve => frame.requestIdleCallback(resolve, { timeout: timeoutMs }));
await painted();
const bitmap = await frame.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, frame.innerWidth, frame.innerHeight), 1, 'white');
const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
canvas.width = bitmap.width;
canvas.height = bitmap.height;
canvas.getContext('2d').drawImage(bitmap, 0, 0);
return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
`;
