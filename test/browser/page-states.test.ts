/** Causes that lie in what the page is: a local file, a frame without an origin, a page that demands leave of all that it loads. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTemporaryDirectory, type TemporaryDirectory } from '../../src/launch/temporary-directory.ts';
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

describe.each(ENGINES)('what the page is, in %s', engine => {
  let session: InspectedSite;
  let directory: TemporaryDirectory;
  beforeAll(async () => {
    directory = createTemporaryDirectory('cors-devtools-page');
    session = await openSite(engine);
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
});
