/** Causes that lie in what the page is: a local file, a frame without an origin, a page that demands leave of all that it loads, one with a service worker. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTemporaryDirectory, type TemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import type { Report } from '../../src/model.ts';
import { type InspectedSite, openSite } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { showImage } from './show-image.ts';
import { answer, html } from './site.ts';

const PAGE = '<!doctype html><title>A page</title><link rel="icon" href="data:,">';

/** In the page: has a frame of this kind, or the page itself where none is given, fetch a URL, and waits for the end. */
const fetchIn = (url: string, sandbox: string | null): Promise<boolean> =>
  new Promise(resolve => {
    const script = `fetch(${JSON.stringify(url)}).then(() => true, () => false).then(isRead => parent.postMessage({ isRead }, '*'))`;
    window.addEventListener('message', ({ data }) => resolve(data.isRead), { once: true });
    if (sandbox === null) {
      void fetch(url).then(
        () => resolve(true),
        () => resolve(false),
      );
      return;
    }
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', sandbox);
    frame.srcdoc = `<script>${script}</script>`;
    document.body.append(frame);
  });

/** What the service worker does with a request, by the end of its address. */
const WORKER = `
addEventListener('activate', event => event.waitUntil(clients.claim()));
const copyOf = async url => {
  const copies = await caches.open('copies');
  if (!(await copies.match(url))) await copies.put(url, await fetch(url, { mode: 'no-cors' }));
  return copies.match(url);
};
const HANDLERS = {
  opaque: ({ url }) => fetch(url, { mode: 'no-cors' }),
  kept: ({ url }) => copyOf(url),
  good: request => fetch(request),
  offline: () => fetch('/nothing').then(() => new Response('made up')),
  fails: () => Response.error(),
  late: ({ url }) => fetch(url, { mode: 'no-cors' }).then(answer => new Promise(done => setTimeout(done, 4000, answer))),
};
addEventListener('fetch', event => {
  const handle = HANDLERS[/by-worker\\/([a-z]+)$/.exec(event.request.url)?.[1]];
  if (handle) event.respondWith(handle(event.request));
});
`;

/** In the page: waits until its service worker controls it. */
const startWorker = async (): Promise<void> => {
  const { serviceWorker } = navigator;
  const controlled = new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  await serviceWorker.register('/worker.js');
  if (serviceWorker.controller === null) await controlled;
};

/** In the page: calls its request off before the service worker answers. */
const callOff = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );

describe.each(ENGINES)('what the page is, in %s', engine => {
  let session: InspectedSite;
  let directory: TemporaryDirectory;
  beforeAll(async () => {
    directory = createTemporaryDirectory('cors-devtools-page');
    session = await openSite(engine);
    for (const path of ['/local', '/sandboxed']) session.site.answer(path, answer(200));
    session.site.answer('/embedder', html('<title>A page</title>', ['Cross-Origin-Embedder-Policy: require-corp']));
    session.site.answer('/picture', answer(200, ['Content-Type: image/svg+xml'], '<svg xmlns="http://www.w3.org/2000/svg"/>'));
  });
  afterAll(async () => {
    await session?.close();
    directory?.remove();
  });

  const causeOf = async (url: string): Promise<string | undefined> => {
    const report = await session.report(({ failures }) => failures.some(({ request }) => request.url === url));
    return report.failures.find(({ request }) => request.url === url)?.cause.code;
  };

  it('a local file has no origin', async () => {
    const file = path.join(directory.path, 'page.html');
    fs.writeFileSync(file, PAGE);
    await session.browser.open(pathToFileURL(file).href);
    const url = `${session.site.api}/local`;
    expect(await session.browser.inPage(fetchIn, url, null)).toBe(false);
    expect(await causeOf(url)).toBe('local-file');
  });

  it('a frame with a sandbox has none', async () => {
    await session.browser.open(`${session.site.page}/`);
    const url = `${session.site.api}/sandboxed`;
    expect(await session.browser.inPage(fetchIn, url, 'allow-scripts')).toBe(false);
    expect(await causeOf(url)).toBe('sandboxed-frame');
  });

  it('a page may demand leave of all that it loads', async () => {
    await session.browser.open(`${session.site.page}/embedder`);
    const url = `${session.site.api}/picture`;
    expect(await session.browser.inPage(showImage, url)).toBe(false);
    expect(await causeOf(url)).toBe('embedder-policy');
  });

  it('its service worker may hold what no page may read', async () => {
    const { site, browser } = session;
    const of = (what: string): string => `${site.api}/by-worker/${what}`;
    site.answer('/worker.js', answer(200, ['Content-Type: text/javascript'], WORKER));
    for (const what of ['opaque', 'kept', 'late']) site.answer(`/by-worker/${what}`, answer(200));
    site.answer('/by-worker/good', answer(200, ['Access-Control-Allow-Origin: *']));
    await browser.open(`${site.page}/`);
    await browser.inPage(startWorker);
    await browser.reload();
    const read = (what: string): Promise<boolean> => browser.inPage(fetchIn, of(what), null);
    expect([await read('good'), await read('offline'), await read('fails'), await browser.inPage(callOff, of('late'))]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([await read('opaque'), await read('kept'), await read('kept')]).toEqual([false, false, false]);
    // Of a copy that was made before, Firefox does not tell whether the page called its request off.
    const expected = ['opaque', 'kept', ...(engine === 'chromium' ? ['kept'] : [])].map(what => [of(what), 'service-worker-opaque']);
    const told = ({ failures }: Report) => failures.flatMap(({ cause, occurrences }) => occurrences.map(({ url }) => [url, cause.code]));
    expect(told(await session.report(report => told(report).length >= expected.length))).toEqual(expected);
  });
});
