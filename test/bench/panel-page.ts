/**
 * Runs before the panel's own script, in the panel's own page: stands in for the browser's extension API, with the worker
 * (panel-background.ts) at the other end of every port, and times what the panel paints.
 */

/** What the bench asks of the page. */
export interface PanelGlobals {
  /** Loads the panel's script. Milliseconds from then until the first rows are painted, and until all the blocked ones are listed. */
  paint(blocked: number): Promise<{ readonly first: number; readonly whole: number }>;
  /** Shows all exchanges, scrolls from the first to the last in that many frames, and gives the milliseconds that each took. */
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
  postMessage: ({ type }: { readonly type: string }) => {
    if (type === 'hello') background.postMessage(null);
  },
  disconnect: () => undefined,
});

Object.assign(globalThis, {
  // The polyfill looks for the first, to see that it is in an extension, and then takes the second for what it would make of it.
  chrome: { runtime: { id: 'bench' } },
  browser: {
    runtime: { id: 'bench', getURL: (path: string) => `chrome-extension://bench${path}`, getManifest: () => ({ version: '0' }), connect },
    devtools: { inspectedWindow: { tabId: 7, reload: () => undefined }, panels: { themeName: 'default' } },
  },
});

/** Resolves, with the time, once the next frame has been painted: what a frame posts comes after it. */
const nextPaint = (): Promise<number> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(performance.now());
    };
    requestAnimationFrame(() => port2.postMessage(null));
  });

const rowsListed = (): number => Number(document.querySelector('[role=option]')?.getAttribute('aria-setsize') ?? 0);

const list = async (count: number, since: number) => {
  let first: number | null = null;
  for (;;) {
    const rows = rowsListed();
    const painted = await nextPaint();
    if (rows > 0) first ??= painted - since;
    if (rows === count && first !== null) return { first, whole: painted - since };
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
    const view = document.querySelector('[role=listbox]');
    if (view === null) throw new Error('The panel has no list.');
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
