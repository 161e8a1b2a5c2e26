/** What the background makes of events, of the page on show, and of its own stops. */
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../src/link/protocol.ts';
import type { Exchange, ShownDocument } from '../src/model.ts';
import { createRecorder, type Recorder } from '../src/recorder.ts';
import { createSession, type Session } from '../src/session.ts';
import type { EventName, RequestDetails } from '../src/watch/observe.ts';
import { createPairing } from '../src/watch/pair.ts';
import { createInspectedTabs } from '../src/watch/tabs.ts';
import type { Store } from '../src/write-queue.ts';
import { memoryStore, NO_TRIALS } from './watch/replay.ts';

const TAB = 7;
const PAGE = 'http://page.test/';

type Step = readonly [event: EventName, details: Partial<RequestDetails>];

const request = (id: string, at: number, more: Partial<RequestDetails> = {}): readonly Step[] => [
  ['onBeforeRequest', { requestId: id, timeStamp: at, ...more }],
  ['onSendHeaders', { requestId: id, timeStamp: at + 1, requestHeaders: [{ name: 'Origin', value: 'http://page.test' }], ...more }],
  ['onHeadersReceived', { requestId: id, timeStamp: at + 2, statusCode: 200, responseHeaders: [], ...more }],
  ['onErrorOccurred', { requestId: id, timeStamp: at + 3, error: 'net::ERR_FAILED', ...more }],
];
const arrival = (url: string, at: number): Step => [
  'onResponseStarted',
  { requestId: `page-${at}`, url, type: 'main_frame', timeStamp: at, statusCode: 200, responseHeaders: [] },
];

interface Background {
  readonly session: Session;
  take(...steps: readonly Step[]): void;
  show(document: ShownDocument): void;
  readonly ids: readonly string[];
}

/** The clock stands still at `now`. */
const startBackground = (store: Store, now = 1_000, settle = () => Promise.resolve()): Background & { readonly recorder: Recorder } => {
  const session = createSession(store, { exchange: () => {}, removed: () => {}, recording: () => {}, cleared: () => {} });
  const recorder = createRecorder({
    session,
    pairing: createPairing({ linesKnown: true }),
    tabs: createInspectedTabs(),
    now: () => now,
    settle,
    trials: NO_TRIALS,
  });
  return {
    session,
    recorder,
    take: (...steps) => {
      for (const [event, details] of steps)
        recorder.onEvent(event, {
          requestId: '',
          url: 'http://api.test/',
          method: 'GET',
          tabId: TAB,
          frameId: 0,
          type: 'xmlhttprequest',
          timeStamp: 0,
          initiator: 'http://page.test',
          ...details,
        });
    },
    show: document => recorder.onRequest(TAB, { type: 'document', document }),
    get ids() {
      return [...session.exchanges(TAB)].map(({ id }) => id);
    },
  };
};
const inspect = async (store: Store, now?: number): Promise<ReturnType<typeof startBackground>> => {
  const background = startBackground(store, now);
  await background.recorder.ready;
  background.session.start(TAB, 0);
  background.recorder.onTabs(TAB);
  return background;
};

describe('the page on show', () => {
  const first: ShownDocument = { url: PAGE, startedAt: 100 };

  it.each<[string, readonly Step[], ShownDocument, readonly string[]]>([
    [
      'another page: what began before its answer',
      [arrival(`${PAGE}new`, 405), ...request('new', 410)],
      { url: `${PAGE}new`, startedAt: 395 },
      ['new'],
    ],
    ['the same page loaded again', [arrival(PAGE, 405), ...request('new', 410)], { url: PAGE, startedAt: 395 }, ['new']],
    [
      'a page that changed its address at once',
      [arrival(`${PAGE}new`, 405), ...request('new', 410)],
      { url: `${PAGE}pushed`, answerUrl: `${PAGE}new`, startedAt: 395 },
      ['new'],
    ],
    [
      'a page whose clock is behind, as one is after the machine slept',
      [arrival(`${PAGE}new`, 405), ...request('new', 410)],
      { url: `${PAGE}new`, startedAt: 50 },
      ['new'],
    ],
    ['a page without a request', [], { url: 'about:blank', startedAt: 405 }, []],
    ['a page that the browser had kept', [], { url: `${PAGE}kept`, startedAt: 50 }, []],
    [
      'a page that the browser had kept, after a download',
      [arrival(`${PAGE}download`, 300), ...request('after', 310)],
      { url: `${PAGE}kept`, startedAt: 50 },
      [],
    ],
    ['the same page at another address', [], { url: `${PAGE}#there`, startedAt: 100 }, ['old', 'late']],
    ['the same page after a download', [arrival(`${PAGE}download`, 405)], { url: `${PAGE}#there`, startedAt: 100 }, ['old', 'late']],
  ])('of %s', async (_, steps, next, kept) => {
    const background = await inspect(memoryStore());
    background.show(first);
    background.take(...request('old', 200), ...request('late', 400), ...steps);
    background.show(next);
    expect(background.ids).toEqual(kept);
    expect(background.session.recording(TAB)).toMatchObject({ pageUrl: next.url, pageStartedAt: next.startedAt });
  });

  it.each<[string, readonly Step[], readonly string[]]>([
    ['its own', [arrival(`${PAGE}new`, 405)], ['new']],
    ['that of a download', [arrival(`${PAGE}download`, 405)], ['late', 'new']],
    ['an earlier one of its address', [arrival(`${PAGE}new`, 300)], ['late', 'new']],
  ])('of another page that is shown before an answer is told of: %s', async (_, told, kept) => {
    const background = await inspect(memoryStore());
    background.show(first);
    background.take(...request('late', 400));
    background.show({ url: `${PAGE}new`, startedAt: 395 });
    background.take(...request('new', 410), ...told);
    expect(background.ids).toEqual(kept);
  });

  it('goes on and back and on again', async () => {
    const background = await inspect(memoryStore(), 1_000);
    background.show(first);
    background.take(arrival(`${PAGE}two`, 505));
    const second = { url: `${PAGE}two`, startedAt: 500 };
    background.show(second);
    background.show(first);
    background.take(...request('of-first', 600));
    background.show(second);
    expect(background.ids).toEqual([]);
  });

  it.each<[string, readonly Step[], ShownDocument, boolean]>([
    ['was there before', [], first, true],
    ['is empty', [], { url: 'about:blank', startedAt: 100 }, false],
    ['is not known', [], { url: '', startedAt: 100 }, false],
    ['came meanwhile', [arrival(PAGE, 105)], first, false],
  ])('has a load that was missed only where it was there before: it %s', async (_, steps, document, missedLoad) => {
    const background = await inspect(memoryStore());
    background.take(...steps);
    background.show(document);
    expect(background.session.recording(TAB)?.missedLoad).toBe(missedLoad);
  });

  describe('of a log that is preserved', () => {
    const preserve = (background: Awaited<ReturnType<typeof inspect>>, isOn: boolean): void =>
      background.recorder.onRequest(TAB, { type: 'preserve', isOn });

    it('comes after the others, from its answer on', async () => {
      const background = await inspect(memoryStore());
      preserve(background, true);
      background.show(first);
      background.take(...request('old', 200), arrival(`${PAGE}new`, 405), ...request('new', 410));
      background.show({ url: `${PAGE}new`, startedAt: 395 });
      expect(background.ids).toEqual(['old', 'new']);
      expect(background.session.recording(TAB)?.pages).toEqual([
        { url: PAGE, since: 0 },
        { url: `${PAGE}new`, since: 405 },
      ]);
    });

    it('is the same page at another address', async () => {
      const background = await inspect(memoryStore());
      preserve(background, true);
      background.show(first);
      background.show({ url: `${PAGE}#there`, startedAt: 100 });
      expect(background.session.recording(TAB)?.pages).toEqual([{ url: `${PAGE}#there`, since: 0 }]);
    });

    it('begins the log anew once it is no longer preserved', async () => {
      const background = await inspect(memoryStore());
      preserve(background, true);
      background.show(first);
      background.take(...request('old', 200));
      preserve(background, false);
      expect(background.ids).toEqual(['old']);
      background.take(arrival(`${PAGE}new`, 405), ...request('new', 410));
      background.show({ url: `${PAGE}new`, startedAt: 395 });
      expect(background.ids).toEqual(['new']);
    });
  });

  it('has no load that was missed once it is loaded again', async () => {
    const background = await inspect(memoryStore());
    background.show(first);
    background.take(arrival(PAGE, 405));
    background.show({ url: PAGE, startedAt: 395 });
    expect(background.session.recording(TAB)?.missedLoad).toBe(false);
  });

  it('has the requests of a service worker of its origin, and so has one that is about to be shown', async () => {
    const background = await inspect(memoryStore());
    background.show(first);
    const ofWorker = (initiator: string): Partial<RequestDetails> => ({ tabId: -1, frameId: -1, initiator });
    background.take(arrival('http://other.test/download', 150));
    background.take(...request('own', 200, ofWorker('http://page.test')), ...request('next', 210, ofWorker('http://other.test')));
    background.show({ ...first, url: `${PAGE}#there` });
    background.take(...request('foreign', 220, ofWorker('http://other.test')));
    expect(background.ids).toEqual(['own', 'next']);
  });
});

describe('access to sites', () => {
  it('that changes leaves requests unseen', () => {
    const background = startBackground(memoryStore());
    background.session.start(TAB, 0);
    background.recorder.onAccessChanged();
    expect(background.session.recording(TAB)?.missedLoad).toBe(true);
  });
});

describe('a background that was stopped', () => {
  const steps = request('a', 200);
  const outcome = ({ id, state, incomplete }: Exchange): object => ({ id, state, incomplete });
  const cuts = steps.flatMap((_, seen) => steps.slice(seen).map((_, lost) => ({ seen, lost })));

  it.each(cuts)('finds a request whose first $seen events it stored, and whose next $lost nobody saw', async ({ seen, lost }) => {
    const store = memoryStore();
    const before = await inspect(store);
    before.show({ url: PAGE, startedAt: 100 });
    before.take(...steps.slice(0, seen));
    await before.session.drain();
    const after = startBackground(store);
    // They come before what was stored is read.
    after.take(...steps.slice(seen + lost));
    await after.recorder.ready;
    expect([...after.session.exchanges(TAB)].map(outcome)).toEqual([{ id: 'a', state: 'failed', incomplete: seen + lost > 0 }]);
  });

  it('puts the events that woke it in order', async () => {
    const store = memoryStore();
    await (await inspect(store)).session.drain();
    let settle = (): void => {};
    const settled = new Promise<void>(resolve => {
      settle = resolve;
    });
    const after = startBackground(store, 1_000, () => settled);
    after.take(...steps.slice(2));
    await after.session.ready;
    after.take(...steps.slice(0, 2));
    settle();
    await after.recorder.ready;
    expect([...after.session.exchanges(TAB)].map(outcome)).toEqual([{ id: 'a', state: 'failed', incomplete: false }]);
  });

  it('marks a request whose end nobody saw', async () => {
    const store = memoryStore();
    const before = await inspect(store);
    before.take(...steps.slice(0, 3));
    await before.session.drain();
    const after = startBackground(store);
    await after.recorder.ready;
    expect([...after.session.exchanges(TAB)].map(outcome)).toEqual([{ id: 'a', state: 'open', incomplete: true }]);
  });

  it('notices a page that came meanwhile', async () => {
    const store = memoryStore();
    const before = await inspect(store);
    before.show({ url: PAGE, startedAt: 100 });
    before.take(...request('old', 200));
    await before.session.drain();
    const after = startBackground(store);
    after.take(arrival(`${PAGE}new`, 405), ...request('new', 410));
    await after.recorder.ready;
    after.show({ url: `${PAGE}new`, startedAt: 395 });
    expect(after.ids).toEqual(['new']);
  });

  it('ends what nobody inspects any more', async () => {
    const store = memoryStore();
    const before = await inspect(store);
    before.take(...steps);
    await before.session.drain();
    const after = startBackground(store);
    await after.recorder.ready;
    after.recorder.endAbandoned({ hasInspector: () => false });
    after.take(...request('b', 300));
    await after.session.drain();
    expect([after.ids, [...Object.keys(await store.readAll())]]).toEqual([[], []]);
  });
});

describe('a WebSocket of which nothing tells', () => {
  it('is tried again and again, and leaves the last behind', async () => {
    const background = await inspect(memoryStore());
    background.show({ url: PAGE, startedAt: 100 });
    const tried = (id: string, at: number, url: string) =>
      request(id, at, { url, type: 'websocket' }).filter(([event]) => event !== 'onHeadersReceived');
    background.take(...tried('1', 200, 'ws://api.test/a'), ...tried('2', 300, 'ws://api.test/b'), ...tried('3', 400, 'ws://api.test/a'));
    expect(background.ids).toEqual(['2', '3']);
  });

  it('leaves those behind that were answered', async () => {
    const background = await inspect(memoryStore());
    background.show({ url: PAGE, startedAt: 100 });
    const answered = (id: string, at: number) => request(id, at, { url: 'ws://api.test/a', type: 'websocket' });
    background.take(...answered('1', 200), ...answered('2', 300));
    expect(background.ids).toEqual(['1', '2']);
  });
});

describe('a service worker', () => {
  const entry = {
    url: 'http://api.test/',
    method: 'GET',
    startedAt: 200,
    status: 200,
    corsLines: [],
    requestHeaders: null,
    error: null,
    resourceType: null,
    initiator: null,
  };
  const announced = request('announced', 200).slice(0, 1);
  const refusedPreflight: readonly Step[] = [
    ...announced,
    ...request('preflight', 201, { method: 'OPTIONS' }).map(([event, details]): Step => {
      const requestHeaders = [{ name: 'Access-Control-Request-Method', value: 'GET' }];
      return [event, event === 'onSendHeaders' ? { ...details, requestHeaders } : details];
    }),
  ];

  it.each<[string, readonly Step[], typeof entry, readonly string[]]>([
    ['what it answered is not waited for', announced, entry, []],
    ['what it refused is not waited for', announced, { ...entry, status: 0 }, []],
    ['what was sent stays', request('sent', 200), entry, ['sent']],
    ['what waits for its preflight stays', refusedPreflight, entry, ['announced']],
  ])('%s', async (_, steps, told, kept) => {
    const background = await inspect(memoryStore());
    background.show({ url: PAGE, startedAt: 100 });
    background.take(...steps);
    background.recorder.onRequest(TAB, { type: 'log', entries: [told], isWhole: false });
    expect(background.ids).toEqual(kept);
  });

  const closed: readonly Step[] = (
    [
      ['onBeforeRequest', {}],
      ['onSendHeaders', { requestHeaders: [{ name: 'Sec-Fetch-Mode', value: 'no-cors' }] }],
      ['onHeadersReceived', { statusCode: 200, responseHeaders: [] }],
      ['onCompleted', { statusCode: 200 }],
    ] satisfies readonly Step[]
  ).map(([event, details], index) => [event, { ...details, requestId: 'of-worker', tabId: -1, frameId: -1, timeStamp: 201 + index }]);

  it.each<[string, readonly Step[], Partial<LogEntry>, Partial<Exchange>]>([
    ['Firefox announces', [...announced, ...closed], {}, { id: 'announced', error: 'NS_ERROR_INTERCEPTION_FAILED' }],
    [
      'Chromium logs',
      closed,
      { error: 'net::ERR_FAILED', resourceType: 'fetch', requestHeaders: [] },
      { id: 'log-200-http://api.test/', error: 'net::ERR_FAILED' },
    ],
  ])('that may not hand its answer on fails the request that %s', async (_, steps, changes, failed) => {
    const background = await inspect(memoryStore());
    background.show({ url: PAGE, startedAt: 100 });
    background.take(...steps);
    background.recorder.onRequest(TAB, { type: 'log', entries: [{ ...entry, status: 0, ...changes }], isWhole: false });
    expect([...background.session.exchanges(TAB)]).toMatchObject([{ ...failed, state: 'failed', opaqueCopyAt: 201 }]);
  });

  it.each([
    ['Chromium', -1],
    ['Firefox', 0],
  ])('asks for the page of its origin, as frame %s numbers it', async (_, frameId) => {
    const background = await inspect(memoryStore());
    background.show({ url: PAGE, startedAt: 100 });
    background.take(...request('of-worker', 200, { tabId: -1, frameId }));
    expect([...background.session.exchanges(TAB)]).toMatchObject([{ id: 'of-worker', tabId: TAB, frameId: -1, topOrigin: 'http://page.test' }]);
  });
});
