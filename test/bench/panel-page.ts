/**
 * Runs before the panel's own script, in the panel's own page: stands in for the browser's extension API, with the worker
 * (panel-background.ts) at the other end of every port, and times what the panel paints.
 */

/** In milliseconds. */
export interface Painting {
  /** From the load of the script until the first rows are painted. */
  readonly first: number;
  /** Until all are. */
  readonly whole: number;
  /** The longest frame from the one to the other. */
  readonly longestFrame: number;
}

/** What the bench asks of the page. */
export interface PanelGlobals {
  /** Loads the panel's script, and watches until all the blocked exchanges are counted. */
  paint(blocked: number): Promise<Painting>;
  /** Shows all exchanges, with every group opened, scrolls from the first to the last in that many frames, and gives the milliseconds that each took. */
  scroll(frames: number): Promise<readonly number[]>;
}

const nothing = { addListener: () => undefined };
const background = new Worker('panel-background.js');
const built = new Promise<void>(resolve => {
  background.onmessage = () => resolve();
});

const connect = () => ({
  onMessage: {
    addListener: (listener: (message: unknown) => void) => {
      background.onmessage = ({ data }: MessageEvent<string>) => listener(JSON.parse(data));
    },
  },
  onDisconnect: nothing,
  postMessage: (message: unknown) => background.postMessage(JSON.stringify(message)),
  disconnect: () => undefined,
});

Object.assign(globalThis, {
  // The polyfill looks for the first, to see that it is in an extension, and then takes the second for what it would make of it.
  chrome: { runtime: { id: 'bench' } },
  browser: {
    runtime: { id: 'bench', getURL: (path: string) => `chrome-extension://bench${path}`, getManifest: () => ({ version: '0' }), connect },
    i18n: { getAcceptLanguages: async () => ['en'] },
    devtools: { inspectedWindow: { tabId: 7, reload: () => undefined }, panels: { themeName: 'default' } },
  },
});

/** How many exchanges stand in the list: rows are of many. */
const exchangesListed = (): number =>
  document.querySelector('[role=treeitem]') === null
    ? 0
    : Number(document.querySelector('[data-choice=blocked] .count')?.textContent?.replace(/\D/g, ''));

interface Paint {
  readonly time: number;
  readonly listed: number;
}

/** Resolves once the next frame has been painted: what a frame posts comes after it, and so posted before all else that waits. */
const nextPaint = (): Promise<Paint> =>
  new Promise(resolve => {
    requestAnimationFrame(() => {
      const listed = exchangesListed();
      void scheduler.postTask(() => resolve({ time: performance.now(), listed }), { priority: 'user-blocking' });
    });
  });

const list = async (count: number, since: number): Promise<Painting> => {
  let first: number | null = null;
  let before = 0;
  let longestFrame = 0;
  for (;;) {
    const { time, listed } = await nextPaint();
    if (first !== null) longestFrame = Math.max(longestFrame, time - before);
    if (listed > 0) first ??= time - since;
    if (listed === count && first !== null) return { first, whole: time - since, longestFrame };
    before = time;
  }
};

/** When the frame began: the interval to the next is what a reader sees of it, whatever was done in it. */
const frame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve));

Object.assign(globalThis, {
  paint: async (blocked: number) => {
    await built;
    const since = performance.now();
    const script = document.createElement('script');
    script.type = 'module';
    script.src = 'panel.js';
    document.head.append(script);
    return list(blocked, since);
  },
  scroll: async (frames: number) => {
    document.querySelector<HTMLInputElement>('[data-choice=all] input')?.click();
    await nextPaint();
    const view = document.querySelector('[role=tree]');
    if (view === null) throw new Error('The panel has no list.');
    for (;;) {
      const closed = document.querySelector<HTMLElement>('[aria-expanded=false] .row-toggle');
      if (closed === null) break;
      closed.click();
      await nextPaint();
      view.scrollTop = view.scrollHeight;
      await nextPaint();
    }
    const end = view.scrollHeight - view.clientHeight;
    view.scrollTop = 0;
    await nextPaint();
    const times: number[] = [];
    let before = await frame();
    for (let step = 1; step <= frames; step++) {
      view.scrollTop = (end * step) / frames;
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  },
} satisfies PanelGlobals);
