/** What the background keeps: in memory, and in session storage. */
import type { CDPSession } from 'puppeteer';
import type { Report } from '../../src/model.ts';
import { writeOurs } from './extensions.ts';
import { type Figure, megabytes } from './figure.ts';
import type { MemoryGlobals } from './memory-page.ts';
import { bundleForPage } from './page-bundle.ts';
import { launchQuietChromium } from './quiet-chromium.ts';
import { type PageGlobals, startSite } from './site.ts';

const EXCHANGES = 10_000;
const BYTES_MAX = 50e6;
/** What the browser gives `storage.session`. */
const QUOTA_BYTES = 10_485_760;

const budget = (bytes: number): Figure['budget'] => ({ text: `at most ${megabytes(BYTES_MAX)}`, holds: bytes <= BYTES_MAX });

const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};

/** Bytes that the exchanges themselves take. More than the log keeps where they have as many headers as these. */
const measureExchanges = async (executablePath: string): Promise<number> => {
  const browser = await launchQuietChromium(executablePath, null);
  try {
    const session = await browser.page.createCDPSession();
    await browser.page.evaluate(await bundleForPage('memory-page.ts'));
    const before = await heapOf(session);
    const kept = await browser.page.evaluate(count => (globalThis as unknown as MemoryGlobals).keep(count), EXCHANGES);
    if (kept !== EXCHANGES) throw new Error(`${kept} exchanges were paired.`);
    return (await heapOf(session)) - before;
  } finally {
    await browser.close();
  }
};

interface Stored {
  readonly exchanges: number;
  readonly bytes: number;
}

/** The real worker after a page's 10,000 requests, all of them still on show. */
const measureWorker = async (executablePath: string): Promise<{ readonly heap: number; readonly stored: Stored; readonly dropped: number }> => {
  const site = await startSite();
  const ours = await writeOurs();
  const browser = await launchQuietChromium(executablePath, ours.path);
  try {
    await browser.page.goto(site.pageUrl(0));
    const panel = await browser.showTab();
    await browser.page.goto(site.pageUrl(EXCHANGES));
    await browser.page.evaluate(() => (globalThis as unknown as PageGlobals).elapsed);
    // The report is made once the background has told all that it knows.
    const { recording } = (await panel.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> }; devtools: { inspectedWindow: { tabId: number } } };
      };
      return chrome.runtime.sendMessage({ type: 'cors-devtools:report', tabId: chrome.devtools.inspectedWindow.tabId });
    })) as Report;
    if (recording.crossOrigin + recording.dropped < EXCHANGES) throw new Error(`${recording.crossOrigin} exchanges were recorded.`);
    const worker = await browser.worker();
    const { result } = await worker.send('Runtime.evaluate', {
      expression: `Promise.all([chrome.storage.session.get(null), chrome.storage.session.getBytesInUse(null)]).then(([items, bytes]) =>
        ({ exchanges: Object.keys(items).filter(key => key.startsWith('exchange:')).length, bytes }))`,
      awaitPromise: true,
      returnByValue: true,
    });
    return { heap: await heapOf(worker), stored: result.value as Stored, dropped: recording.dropped };
  } finally {
    await browser.close();
    site.close();
    ours.remove();
  }
};

export const measureMemory = async (executablePath: string): Promise<readonly Figure[]> => {
  const bytes = await measureExchanges(executablePath);
  const { heap, stored, dropped } = await measureWorker(executablePath);
  const each = stored.bytes / stored.exchanges;
  return [
    { what: "10,000 exchanges in the background's memory", figure: megabytes(bytes), budget: budget(bytes) },
    { what: 'the real background after 10,000 requests', figure: megabytes(heap), budget: budget(heap) },
    { what: '  of 10,000 exchanges, kept by the bounded log', figure: (EXCHANGES - dropped).toLocaleString('en'), budget: null },
    {
      what: '  in session storage',
      figure: `${stored.exchanges.toLocaleString('en')}: ${megabytes(stored.bytes)} of ${megabytes(QUOTA_BYTES)}`,
      budget: null,
    },
    {
      what: '  each exchange there',
      figure: `${Math.round(each).toLocaleString('en')} bytes: room for ${Math.floor(QUOTA_BYTES / each).toLocaleString('en')}`,
      budget: null,
    },
  ];
};
