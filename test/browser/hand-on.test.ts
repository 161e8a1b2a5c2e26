/** A failure is handed on and opened again: in the same browser, from disk, from its own network panel. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFaults } from '../../panel/later-words.ts';
import { words } from '../../panel/words.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import type { Report } from '../../src/model.ts';
import { CASES } from '../demo/cases/index.ts';
import { casesFor, type DemoSession, ENGINES, openDemo } from './demo-session.ts';
import { HAR_EXCEPTIONS } from './har-exceptions.ts';
import { chooseFile, counts, savedFiles, startHearing, textsOf } from './panel-views.ts';
import { until } from './until.ts';
import type { Api } from './views.ts';

/** In the devtools page: the whole of what the browser's own network panel would save. */
const ownHar = async (): Promise<string> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: HarApi; readonly chrome: HarApi };
  interface HarApi extends Api {
    readonly devtools: Api['devtools'] & { readonly network: { getHAR(done: (log: unknown) => void): Promise<unknown> | undefined } };
  }
  const { network } = (browser ?? chrome).devtools;
  return JSON.stringify({ log: await new Promise(resolve => void network.getHAR(resolve)?.then(resolve)) });
};

/** In the panel: as if a person had dropped this file there. Whether the browser was kept from going to it. */
const dropFile = (name: string, text: string): boolean => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  return !document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
};

/** In an exported page. */
const pageFacts = () => ({
  text: document.body.innerText,
  scripts: document.scripts.length,
  loaded: performance.getEntriesByType('resource').map(({ name }) => name),
  links: [...document.querySelectorAll('a')].filter(({ protocol }) => protocol === 'https:').map(({ host }) => host),
});

const BANNER = '.file-notice';
const FAILED = '.notice[role=alert]';
/** The choices of the export menu that a test takes, from 1. */
const CHOICES = { json: 4, html: 5, har: 6 } as const;

const idOf = (url: string): string => /\/case\/([a-z0-9-]+)/.exec(url)?.[1] ?? url;
const codesOf = ({ failures }: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(failures.map(({ request, code }) => [idOf(request.url), code]));

describe.each(ENGINES)('handing on in %s', engine => {
  const folder = createTemporaryDirectory('cors-devtools-hand-on');
  let session: DemoSession;
  let live: Report;
  let har: string;
  let exported: string;
  let html: string;

  /** Has the tab save a file, and gives its text. */
  const save = async (choice: keyof typeof CHOICES): Promise<string> => {
    const { browser } = session;
    await browser.inPanel(startHearing);
    await browser.click('.export');
    await browser.click(`.export-actions button:nth-child(${CHOICES[choice]})`);
    const [file] = await until(
      () => browser.inPanel(savedFiles),
      files => files.length > 0,
    );
    await browser.press('Escape');
    return file?.text ?? '';
  };
  const banner = async (isThere: boolean): Promise<string> => {
    const [text] = await until(
      () => session.browser.inPanel(textsOf, BANNER),
      texts => texts.length > 0 === isThere,
    );
    return text ?? '';
  };
  const open = async (name: string, text: string): Promise<void> => {
    await session.browser.inPanel(chooseFile, name, text);
    await banner(true);
  };
  const back = async (): Promise<void> => {
    await session.browser.click(`${BANNER} .button`);
    await banner(false);
  };

  beforeAll(async () => {
    session = await openDemo(engine);
    const served = new Set(session.demo.cases.map(({ id }) => id));
    for (const { id } of casesFor(CASES, engine, false)) if (served.has(id)) await session.play(id);
    live = await session.browser.report();
    har = await session.browser.inDevtoolsPage(ownHar);
    exported = await save('json');
    html = await save('html');
  });
  afterAll(async () => {
    await session?.close();
    folder.remove();
  });

  it('opens what it exported, and exports the same again', async () => {
    await open('exported.json', exported);
    expect(await banner(true)).toContain(`${words.file.from} exported.json ${words.file.notRecorded}`);
    await until(
      () => session.browser.inPanel(counts),
      ({ blocked }) => blocked === JSON.parse(exported).failures.flatMap(({ occurrences }: Report['failures'][number]) => occurrences).length,
    );
    const again = await save('json');
    await back();
    const { createdAt: first, ...before } = JSON.parse(exported) as Report;
    const { createdAt: second, ...after } = JSON.parse(again) as Report;
    expect(after).toEqual(before);
    expect(Date.parse(second)).toBeGreaterThan(Date.parse(first));
    expect(before.failures.length).toBe(live.failures.length);
  });

  it('goes on recording meanwhile, and shows it again', async () => {
    const { blocked = 0 } = await session.browser.inPanel(counts);
    await open('exported.json', exported);
    await session.play('allow-origin-missing');
    await back();
    await until(
      () => session.browser.inPanel(counts),
      now => now.blocked === blocked + 1,
    );
  });

  it('writes a page that is read from disk, with nothing loaded and nothing run', async () => {
    const file = path.join(folder.path, `report-${engine}.html`);
    fs.writeFileSync(file, html);
    const traffic = await session.browser.watchTraffic();
    await session.browser.open(pathToFileURL(file).href);
    const { text, scripts, loaded, links } = await session.browser.inPage(pageFacts);
    for (const { explanation } of live.failures) expect(text.replace(/\s+/g, ' ')).toContain(explanation.headline.slice(0, 40).replace(/\s+/g, ' '));
    expect(text).toContain('It stopped here:');
    expect({ scripts, loaded }).toEqual({ scripts: 0, loaded: [] });
    const clauses = new Set(live.failures.flatMap(({ problems }) => problems.map(({ spec }) => new URL(spec).host)));
    expect(links.filter(host => !clauses.has(host))).toEqual([]);
    expect((await traffic.sent()).filter(({ url }) => !url.startsWith('file:'))).toEqual([]);
    await session.browser.open(session.demo.url);
  });

  it('reads the same failures from the browser’s own HAR, except for what that does not have', async () => {
    await open('network.har', har);
    const read = codesOf(JSON.parse(await save('json')) as Report);
    await back();
    const recorded = codesOf(live);
    const isServed = new Set(session.demo.cases.map(({ id }) => id));
    const exceptions = Object.entries(HAR_EXCEPTIONS[engine]).filter(([id]) => isServed.has(id));
    const races = new Set(exceptions.flatMap(([id, { isRace }]) => (isRace ? [id] : [])));
    const settled = (codes: Readonly<Record<string, string | null>>) =>
      Object.fromEntries(Object.entries(codes).filter(([id, code]) => code !== null && !races.has(id)));
    const lacking = Object.fromEntries(exceptions.map(([id, { code }]) => [id, code]));
    expect(settled(read)).toEqual(settled({ ...recorded, ...lacking }));
    for (const id of races) expect([id, [recorded[id] ?? null, lacking[id]].includes(read[id] ?? null)]).toEqual([id, true]);
    expect(exceptions.filter(([id, { code, isRace }]) => !isRace && (recorded[id] ?? null) === code)).toEqual([]);
  });

  it('writes a HAR that it reads again', async () => {
    await open('exported.json', exported);
    const saved = await save('har');
    await back();
    await open('saved.har', saved);
    const read = codesOf(JSON.parse(await save('json')) as Report);
    await back();
    expect(read).toEqual(codesOf(JSON.parse(exported) as Report));
  });

  it.each([
    ['empty', ''],
    ['not-json', '<!doctype html>'],
    ['truncated', '{"log":{"entries":['],
    ['neither', '{}'],
  ] as const)('says what to do with a file that is %s, and shows what it showed', async (kind, text) => {
    await session.browser.inPanel(chooseFile, 'strange.txt', text);
    await until(
      () => session.browser.inPanel(textsOf, FAILED),
      ([said]) => said?.includes(fileFaults[kind]) === true,
    );
    await session.browser.click(`${FAILED} .button`);
    expect(await session.browser.inPanel(textsOf, BANNER)).toEqual([]);
  });

  it('takes a file that is dropped', async () => {
    expect(await session.browser.inPanel(dropFile, 'dropped.har', har)).toBe(true);
    expect(await banner(true)).toContain('dropped.har');
    await back();
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
