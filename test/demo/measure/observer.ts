/** A small extension that writes down how every request of a case ended in webRequest: what any extension can see of it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One event of webRequest. */
export interface Ending {
  readonly url: string;
  readonly method: string;
  /** The browser's name of the error; null where the request completed, "" where it has only begun. */
  readonly error: string | null;
}

/** The request that a measurement ends with: when the observer has seen its end, it has seen every other. */
export const END_PATH = '/frame?end-of-measurement';

const MANIFEST = {
  manifest_version: 3,
  name: 'Demo observer',
  version: '1.0',
  browser_specific_settings: { gecko: { id: 'observer@cors-devtools.example' } },
  permissions: ['webRequest'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'background.js', scripts: ['background.js'] },
};

const BACKGROUND = `
const api = globalThis.browser ?? globalThis.chrome;
// Firefox knows no such option, and no third argument for errors.
const extra = api.webRequest.OnCompletedOptions?.EXTRA_HEADERS ? [['extraHeaders']] : [];
const endings = [];
let resolveEnd;
const end = new Promise(resolve => { resolveEnd = resolve; });
globalThis.endingsAtEnd = () => end.then(() => endings);
const write = error => details => {
  if (details.url.includes('/case/')) endings.push({ url: details.url, method: details.method, error: error(details) });
  if (details.url.includes('${END_PATH}') && error(details) === null) resolveEnd();
};
const all = { urls: ['<all_urls>'] };
api.webRequest.onBeforeRequest.addListener(write(() => ''), all, ...extra);
api.webRequest.onErrorOccurred.addListener(write(details => details.error), all, ...extra);
api.webRequest.onCompleted.addListener(write(() => null), all, ...extra);
`;

/** Writes the extension into a folder of its own, for `extension` of the launchers; remove() deletes it. */
export const writeObserver = (): { readonly path: string; remove(): void } => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demo-observer-'));
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  fs.writeFileSync(path.join(folder, 'background.js'), BACKGROUND);
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
};
