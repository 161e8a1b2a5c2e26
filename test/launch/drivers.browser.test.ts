import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from '../../src/launch/chromium.ts';
import { launchFirefox } from '../../src/launch/firefox.ts';
import type { BrowserVerdict, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import { until } from '../browser/until.ts';
import { listenOnLoopback } from '../loopback.ts';
import { createThrowawayExtension } from './throwaway-extension.ts';

const ENGINES = [
  { engine: 'chromium', executablePath: process.env.CHROMIUM, launch: launchChromium },
  { engine: 'firefox', executablePath: process.env.FIREFOX, launch: launchFirefox },
] as const;

/** Width and height as a PNG's header has them. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

const WORKER = 'onmessage = message => fetch(message.data).catch(() => postMessage(0));';
const SERVICE_WORKER = `
  oninstall = () => skipWaiting();
  onactivate = event => event.waitUntil(clients.claim());
  onmessage = event => event.waitUntil(fetch(event.data).catch(() => event.source.postMessage(0)));`;

/** A page, its workers, and a frame; nothing that it serves may be read by another origin. */
const createSite = async () => {
  const server = http.createServer((request, response) => {
    const isScript = request.url?.endsWith('.js') ?? false;
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    if (request.url === '/worker.js') response.end(WORKER);
    else if (request.url === '/service-worker.js') response.end(SERVICE_WORKER);
    else if (request.url === '/slow') setTimeout(() => response.end('slow'), 600);
    else response.end('<!doctype html><title>A page</title><script>globalThis.loads = 1;</script>');
  });
  const { port, close } = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}/`, other: `http://localhost:${port}/`, close };
};

describe.each(ENGINES)('$engine', ({ executablePath, launch }) => {
  const extension = createThrowawayExtension();
  const pictures = createTemporaryDirectory('pictures');
  let site: Awaited<ReturnType<typeof createSite>>;
  let browser: InspectedBrowser;
  let collected: BrowserVerdict[] = [];
  const verdictsOf = async (url: string): Promise<readonly BrowserVerdict[]> => {
    collected = [...collected, ...(await browser.verdicts())];
    return collected.filter(verdict => verdict.url === url);
  };

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('CHROMIUM and FIREFOX must name the browsers: run npm test, or set them.');
    site = await createSite();
    browser = await launch({ executablePath, extension: extension.path });
    await browser.open(site.url);
    await browser.showTab();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    extension.remove();
    pictures.remove();
  });

  it('tells its version', () => {
    expect(browser.version).toMatch(/^\d+\.\d+/);
  });

  it('runs functions in the page, with its globals, arguments and promises', async () => {
    expect(await browser.inPage((a: number, b: string) => Promise.resolve([location.href, a, b]), 1, 'two')).toEqual([site.url, 1, 'two']);
    await browser.inPage(() => void Object.assign(globalThis, { kept: 7 }));
    expect(await browser.inPage(() => (globalThis as unknown as { kept: number }).kept)).toBe(7);
  });

  it('rejects with what the function throws', async () => {
    await expect(
      browser.inPage(() => {
        throw new TypeError('thrown in the page');
      }),
    ).rejects.toThrow('thrown in the page');
  });

  it('runs functions in the panel, the devtools page and the background', async () => {
    expect(await browser.inPanel(() => [(globalThis as unknown as { where: string }).where, document.body.textContent?.trim()])).toEqual([
      'panel',
      'A panel',
    ]);
    expect(await browser.inDevtoolsPage(() => (globalThis as unknown as { where: string }).where)).toBe('devtools page');
    expect(await browser.inBackground(() => typeof (globalThis as unknown as { startedAt: number }).startedAt)).toBe('number');
  });

  it('asks for the report of the inspected tab', async () => {
    const { asked } = (await browser.report({ redact: false })) as unknown as { asked: unknown };
    expect(asked).toEqual({ type: 'cors-devtools:report', tabId: expect.any(Number), redact: false });
  });

  it('starts a stopped background again', async () => {
    const startedAt = () => browser.inBackground(() => (globalThis as unknown as { startedAt: number }).startedAt);
    const first = await startedAt();
    await browser.stopBackground();
    expect(await startedAt()).toBeGreaterThan(first);
  });

  it("gives the browser's verdict on a page's request, once", async () => {
    const url = `${site.other}page`;
    await browser.inPage(async (target: string) => void (await fetch(target).catch(() => undefined)), url);
    await until(
      () => verdictsOf(url),
      verdicts => verdicts.length > 0,
    );
    expect(await verdictsOf(url)).toEqual([
      expect.objectContaining(
        browser.engine === 'chromium'
          ? { method: 'GET', errorText: 'net::ERR_FAILED', corsError: 'MissingAllowOriginHeader', failedParameter: '' }
          : { reason: 'CORSMissingAllowOrigin' },
      ),
    ]);
  });

  it.each(['worker', 'service-worker', 'frame'])("gives the browser's verdict on a request of a %s", async kind => {
    const url = `${site.other}${kind}`;
    await browser.inPage(
      async (target: string, asker: string) => {
        if (asker === 'worker') {
          const worker = new Worker('/worker.js');
          await new Promise(resolve => {
            worker.onmessage = resolve;
            worker.postMessage(target);
          });
        } else if (asker === 'service-worker') {
          await navigator.serviceWorker.register('/service-worker.js');
          const { active } = await navigator.serviceWorker.ready;
          await new Promise(resolve => {
            navigator.serviceWorker.onmessage = resolve;
            active?.postMessage(target);
          });
        } else {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-scripts');
          frame.srcdoc = `<script>fetch(${JSON.stringify(target)}).catch(() => parent.postMessage(0, '*'))</script>`;
          await new Promise(resolve => {
            window.addEventListener('message', resolve, { once: true });
            document.body.append(frame);
          });
        }
      },
      url,
      kind,
    );
    await until(
      () => verdictsOf(url),
      verdicts => verdicts.length > 0,
    );
    expect((await verdictsOf(url)).length).toBe(1);
  });

  it('waits until the page is quiet', async () => {
    await browser.inPage(() => {
      void fetch('/slow').then(() => Object.assign(globalThis, { slowEnded: true }));
    });
    expect(await browser.settle({ quietMs: 200, timeoutMs: 10_000 })).toBe(true);
    expect(await browser.inPage(() => 'slowEnded' in globalThis)).toBe(true);
  });

  it('says when the page is not quiet in time', async () => {
    await browser.inPage(() => {
      void fetch('/slow');
    });
    expect(await browser.settle({ quietMs: 200, timeoutMs: 300 })).toBe(false);
  });

  it.each([
    { width: 400, dark: false },
    { width: 800, dark: true },
    { width: 1400, dark: false },
  ])('takes a picture $width pixels wide, dark: $dark', async ({ width, dark }) => {
    const file = path.join(pictures.path, 'new', `${width}.png`);
    await browser.screenshot(file, { width, height: 600, dark });
    expect(sizeOf(fs.readFileSync(file))).toEqual({ width, height: 600 });
    expect(await browser.inPanel(() => innerWidth)).toBe(width);
  });

  it('closes DevTools and opens it again', async () => {
    await browser.closeDevTools();
    await expect(browser.inPanel(() => 1)).rejects.toThrow('call showTab() first');
    await browser.showTab();
    expect(await browser.inPanel(() => document.readyState)).toBe('complete');
  });

  it("collects the extension's errors", async () => {
    const errors = await browser.extensionErrors();
    expect(errors).toContainEqual(expect.stringMatching(/^\/background\.js: .*the background logs/));
    expect(errors).toContainEqual(expect.stringMatching(/^\/panel\/panel\.js: .*the panel throws/));
  });

  it('loads the page again', async () => {
    await browser.inPage(() => void Object.assign(globalThis, { loads: 2 }));
    await browser.reload();
    expect(await browser.inPage(() => (globalThis as unknown as { loads: number }).loads)).toBe(1);
  });

  it.each(['http://127.0.0.1:1/', 'http://host.invalid/', 'http://127.0.0.1:45129/'])('rejects where %s cannot be loaded', async url => {
    await expect(browser.open(url)).rejects.toThrow(url);
    await browser.open(site.url);
  });
});

describe.each(ENGINES)('$engine', ({ engine, executablePath = '', launch }) => {
  it('says so when it cannot be started', async () => {
    await expect(launch({ executablePath: '/nowhere/browser', extension: null })).rejects.toThrow('/nowhere/browser');
  });

  it('tells when it was closed, and deletes its profile', async () => {
    const profiles = () => new Set(fs.readdirSync(os.tmpdir()).filter(name => name.startsWith(`cors-devtools-${engine}-`)));
    const before = profiles();
    const browser = await launch({ executablePath, extension: null });
    const [own = ''] = [...profiles()].filter(name => !before.has(name));
    const text = await browser.open('data:text/plain,hello').then(() => browser.inPage(() => document.body.textContent));
    await browser.close();
    await browser.closed;
    await browser.close();
    expect({ text, kept: profiles().has(own) }).toEqual({ text: 'hello', kept: false });
  });
});

describe.runIf(process.platform === 'linux')('chromium', () => {
  const createProgram = (script: string) => {
    const directory = createTemporaryDirectory('program');
    const executablePath = path.join(directory.path, 'chromium');
    fs.writeFileSync(executablePath, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { executablePath, remove: directory.remove };
  };

  it('is started without the sandbox where the system forbids it', async () => {
    const { executablePath, remove } = createProgram(
      `case "$*" in *--no-sandbox*) exec "${process.env.CHROMIUM}" "$@";; *) echo "FATAL: No usable sandbox!" >&2; exit 1;; esac`,
    );
    const user = vi.spyOn(process, 'getuid').mockReturnValue(1000);
    const browser = await launchChromium({ executablePath, extension: null });
    user.mockRestore();
    expect(browser.version).toMatch(/^\d+\.\d+/);
    await browser.close();
    remove();
  });

  it('says in its own words why it does not start', async () => {
    const { executablePath, remove } = createProgram('echo "libnss3.so: cannot open shared object file" >&2; exit 127');
    await expect(launchChromium({ executablePath, extension: null })).rejects.toThrow('libnss3.so: cannot open shared object file');
    remove();
  });
});
