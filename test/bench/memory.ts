/** What the background keeps: in memory, and in session storage. */
import v8 from 'node:v8';
import type { Exchange, Report } from '../../src/model.ts';
import { observe } from '../../src/watch/observe.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { writeOurs } from './extensions.ts';
import { type Figure, megabytes } from './figure.ts';
import { collectGarbage } from './garbage.ts';
import { launchQuietChromium } from './quiet-chromium.ts';
import { type PageGlobals, startSite } from './site.ts';
import { createTraffic } from './traffic.ts';

const EXCHANGES = 10_000;
const BYTES_MAX = 50e6;
/** What the browser gives `storage.session`. */
const QUOTA_BYTES = 10_485_760;

const budget = (bytes: number): Figure['budget'] => ({ text: `at most ${megabytes(BYTES_MAX)}`, holds: bytes <= BYTES_MAX });

/** Bytes that the exchanges themselves take, every string handed over afresh as the browser does. */
const measureExchanges = (): number => {
  const traffic = createTraffic(EXCHANGES);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const pairing = createPairing({ linesKnown: true });
  const kept = new Map<string, Exchange>();
  for (const { name, details } of traffic) {
    for (const exchange of pairing.observe(observe(name, v8.deserialize(v8.serialize(details))))) kept.set(exchange.id, exchange);
  }
  collectGarbage();
  const bytes = process.memoryUsage().heapUsed - before;
  // Asked for again, so that what was there before is there still.
  if (kept.size !== EXCHANGES || traffic.length < EXCHANGES) throw new Error(`${kept.size} exchanges were paired.`);
  return bytes;
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
    await worker.send('HeapProfiler.collectGarbage');
    const { usedSize } = await worker.send('Runtime.getHeapUsage');
    return { heap: usedSize, stored: result.value as Stored, dropped: recording.dropped };
  } finally {
    await browser.close();
    site.close();
    ours.remove();
  }
};

export const measureMemory = async (executablePath: string): Promise<readonly Figure[]> => {
  const bytes = measureExchanges();
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
