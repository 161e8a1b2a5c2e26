/**
 * Chromium as a person runs it, to be timed. The driver in src/launch has the browser tell of every request (puppeteer does, and what
 * collects the browser's verdicts): beside that, what an extension costs is hardly seen. Here nothing but DevTools itself, where it is
 * open, watches the page.
 */
import fs from 'node:fs';
import path from 'node:path';
import puppeteer, { type CDPSession, type Frame, type Page } from 'puppeteer';
import { devtoolsPreferences, extensionFrame, selectPanel } from '../../src/launch/chromium-devtools.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';

const ARGUMENTS = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
/** A loaded machine is slow, but not for ever. */
const PROTOCOL_TIMEOUT_MS = 600_000;

export interface QuietChromium {
  readonly page: Page;
  /** Opens DevTools at the extension's tab, and gives that tab once it has loaded. */
  showTab(): Promise<Frame>;
  /** The DevTools protocol's session with the extension's service worker. */
  worker(): Promise<CDPSession>;
  close(): Promise<void>;
}

/** `extension`: a directory; null for none. */
export const launchQuietChromium = async (executablePath: string, extension: string | null): Promise<QuietChromium> => {
  const profile = createTemporaryDirectory('cors-devtools-bench');
  fs.mkdirSync(path.join(profile.path, 'Default'));
  fs.writeFileSync(path.join(profile.path, 'Default', 'Preferences'), JSON.stringify({ devtools: devtoolsPreferences(true) }));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: true,
    networkEnabled: false,
    issuesEnabled: false,
    userDataDir: profile.path,
    defaultViewport: null,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    args: process.getuid?.() === 0 ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
  });
  const id = extension === null ? '' : await browser.installExtension(extension);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const findWorker = () => browser.waitForTarget(target => target.type() === 'service_worker' && target.url().includes(`//${id}/`));
  if (extension !== null) await findWorker();
  return {
    page,
    showTab: async () => {
      const devtools = await page.openDevTools();
      await selectPanel(devtools, id);
      return extensionFrame(devtools, id, file => file.endsWith('/panel.html'));
    },
    worker: async () => {
      const worker = await (await findWorker()).worker();
      if (worker === null) throw new Error('The service worker has gone.');
      return worker.client;
    },
    close: async () => {
      await browser.close();
      profile.remove();
    },
  };
};
