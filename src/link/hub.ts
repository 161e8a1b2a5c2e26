/** The background's end of every line: who is connected for which tab, and what each has to be told. */
import type { Exchange, Trial, TrialEnd } from '../model.ts';
import type { Session, SessionListener } from '../session.ts';
import type { Connectable } from './line.ts';
import { EXCHANGES_PER_MESSAGE, type FrameAnswer, type FromBackground, type ToBackground } from './protocol.ts';

/** What a connected page may ask for; the rest is the hub's own affair. */
export type Request = Exclude<ToBackground, { readonly type: 'hello' | 'sync' | 'snapshot' | 'more' | 'ask' }>;

export interface Hub extends SessionListener {
  /** Takes a new connection in. */
  accept(port: Connectable): void;
  /** Tells every page whether the extension may see requests to all sites. */
  setAccess(granted: boolean): void;
  /** Tells the tab's viewers which fix is being tried in it. */
  tellTrial(tabId: number): void;
  /** Tells every page what has changed since the last time. */
  flush(): void;
  hasInspector(tabId: number): boolean;
}

interface HubOptions {
  readonly session: () => Session;
  /** Resolves once what was recorded before is there again: nobody is told anything until then. */
  readonly ready: () => Promise<void>;
  readonly now: () => number;
  /** Whether a DevTools page may know more of an exchange. */
  readonly isInDoubt: (exchange: Exchange) => boolean;
  /** What the frames of a tab answer: see `ask` in the protocol. */
  readonly ask: (tabId: number, urls: readonly string[] | null) => Promise<readonly FrameAnswer[]>;
  /** Which fix is being tried in a tab, or why none is any more. */
  readonly trial: (tabId: number) => { readonly trial: Trial | null; readonly ended: TrialEnd | null };
  /** Something changed: `flush` is due soon. */
  readonly onChange: () => void;
  /** A tab began or ceased to be inspected. */
  readonly onTabs: (tabId: number) => void;
  readonly onRequest: (tabId: number, request: Request) => void;
}

interface News {
  isCleared: boolean;
  readonly changed: Map<string, Exchange>;
  readonly removed: Set<string>;
}

/** A snapshot on its way to a viewer. What was recorded meanwhile is among its chunks, or follows them. */
interface Snapshot {
  readonly chunks: Iterator<readonly Exchange[]>;
  readonly news: News;
}

interface Client {
  readonly tabId: number;
  readonly isInspector: boolean;
  readonly port: Connectable;
  snapshot: Snapshot | null;
}

const createNews = (): News => ({ isCleared: false, changed: new Map(), removed: new Set() });

const addChanged = ({ changed, removed }: News, exchange: Exchange): void => {
  changed.set(exchange.id, exchange);
  removed.delete(exchange.id);
};
const addRemoved = ({ changed, removed }: News, id: string): void => {
  changed.delete(id);
  removed.add(id);
};

/** A page of another version, or none of ours, may say anything. */
const isMessage = (message: unknown): message is ToBackground =>
  typeof message === 'object' && message !== null && typeof (message as { type?: unknown }).type === 'string';

/** How many chunks of a snapshot a viewer gets before it asks for more: it has one to work on while the next is on its way. */
const CHUNKS_AHEAD = 2;

function* chunks(exchanges: Iterable<Exchange>): Generator<readonly Exchange[], undefined> {
  let chunk: Exchange[] = [];
  for (const exchange of exchanges) {
    chunk.push(exchange);
    if (chunk.length < EXCHANGES_PER_MESSAGE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
  return undefined;
}

export const createHub = ({ session, ready, now, isInDoubt, ask, trial, onChange, onTabs, onRequest }: HubOptions): Hub => {
  const clients = new Set<Client>();
  const news = new Map<number, News>();

  let access: boolean | null = null;

  /** `flush` may come at once: it has to find what there is to tell. */
  const note = (tabId: number, add: (items: News) => void): void => {
    const items = news.get(tabId) ?? createNews();
    add(items);
    news.set(tabId, items);
    onChange();
  };
  const tell = ({ port }: Client, message: FromBackground): void => port.post(message);

  const tellAccess = (client: Client): void => {
    if (access !== null) tell(client, { type: 'access', granted: access });
  };
  const tellTrial = (client: Client): void => {
    if (!client.isInspector) tell(client, { type: 'trial', ...trial(client.tabId) });
  };
  const tellChanges = (client: Client, { changed, removed }: News): void => {
    if (removed.size > 0) tell(client, { type: 'exchanges', changed: [], removed: [...removed] });
    for (const chunk of chunks(changed.values())) tell(client, { type: 'exchanges', changed: chunk, removed: [] });
  };
  /** One chunk more of the snapshot, or its end. */
  const tellMore = (client: Client): void => {
    if (!client.snapshot) return;
    const { value: changed } = client.snapshot.chunks.next();
    if (changed) {
      tell(client, { type: 'exchanges', changed, removed: [] });
      return;
    }
    tellChanges(client, client.snapshot.news);
    tell(client, { type: 'ready' });
    client.snapshot = null;
  };
  const snapshot = (client: Client): void => {
    const recording = session().recording(client.tabId);
    if (!recording) return;
    tell(client, { type: 'reset', recording });
    client.snapshot = { chunks: chunks(session().exchanges(client.tabId)), news: createNews() };
    if (client.isInspector) while (client.snapshot) tellMore(client);
    else for (let sent = 0; sent < CHUNKS_AHEAD; sent++) tellMore(client);
  };
  /** An inspector brings evidence: it has no use for exchanges until it is asked for a report. */
  const tellDoubts = (client: Client, exchanges: Iterable<Exchange>): void => {
    for (const chunk of chunks(exchanges)) {
      const doubts = chunk.filter(isInDoubt).map(({ id, hops }) => ({ id, url: hops[0]?.url ?? '' }));
      if (doubts.length > 0) tell(client, { type: 'doubts', exchanges: doubts });
    }
  };
  const answer = async (client: Client, id: number, urls: readonly string[] | null): Promise<void> => {
    const answers = await ask(client.tabId, urls);
    if (clients.has(client)) tell(client, { type: 'answers', id, answers });
  };
  const catchUp = (client: Client, items: News): void => {
    const recording = session().recording(client.tabId);
    if (!recording) return;
    if (client.isInspector) {
      // What the new page asked for before it was known to be there has stayed.
      tellDoubts(client, items.isCleared ? session().exchanges(client.tabId) : items.changed.values());
      return;
    }
    if (items.isCleared) {
      snapshot(client);
      return;
    }
    if (client.snapshot) {
      for (const exchange of items.changed.values()) addChanged(client.snapshot.news, exchange);
      for (const id of items.removed) addRemoved(client.snapshot.news, id);
    } else tellChanges(client, items);
    tell(client, { type: 'recording', recording });
  };

  const flush = (): void => {
    for (const [tabId, items] of news) for (const client of clients) if (client.tabId === tabId) catchUp(client, items);
    news.clear();
  };
  const hasInspector = (tabId: number): boolean => [...clients].some(client => client.isInspector && client.tabId === tabId);
  const leave = (client: Client): void => {
    clients.delete(client);
    if (!client.isInspector || hasInspector(client.tabId)) return;
    session().end(client.tabId);
    news.delete(client.tabId);
    onTabs(client.tabId);
  };
  const join = (port: Connectable, tabId: number, isInspector: boolean): Client => {
    const client: Client = { tabId, isInspector, port, snapshot: null };
    clients.add(client);
    if (isInspector && !session().recording(tabId)) {
      session().start(tabId, now());
      onTabs(tabId);
      for (const other of clients) if (other.tabId === tabId && !other.isInspector) snapshot(other);
    }
    if (isInspector) tellDoubts(client, session().exchanges(tabId));
    else snapshot(client);
    tellAccess(client);
    tellTrial(client);
    return client;
  };

  return {
    accept: port => {
      let client: Client | null = null;
      let isGone = false;
      let turn = ready();
      const inTurn = (step: () => void | Promise<void>): void => {
        turn = turn.then(step);
      };
      port.onMessage(message => {
        if (!isMessage(message)) return;
        inTurn(async () => {
          if (message.type === 'hello') {
            if (!client && !isGone && Number.isInteger(message.tabId)) client = join(port, message.tabId, message.role === 'inspector');
          } else if (message.type === 'sync') {
            flush();
            if (client?.isInspector) tellDoubts(client, session().exchanges(client.tabId));
            await session().drain();
            if (client) tell(client, { type: 'synced' });
          } else if (message.type === 'snapshot') {
            if (client) snapshot(client);
          } else if (message.type === 'ask') {
            // A page takes its time: nobody else waits for it.
            if (client) void answer(client, message.id, message.urls);
          } else if (message.type === 'more') {
            if (client) tellMore(client);
          } else if (client) onRequest(client.tabId, message);
        });
      });
      port.onDisconnect(() => {
        isGone = true;
        inTurn(() => {
          if (client) leave(client);
        });
      });
    },
    setAccess: granted => {
      access = granted;
      for (const client of clients) tellAccess(client);
    },
    tellTrial: tabId => {
      for (const client of clients) if (client.tabId === tabId) tellTrial(client);
    },
    flush,
    hasInspector,
    exchange: exchange => note(exchange.tabId, items => addChanged(items, exchange)),
    removed: (tabId, id) => note(tabId, items => addRemoved(items, id)),
    recording: ({ tabId }) => note(tabId, () => undefined),
    cleared: tabId =>
      note(tabId, items => {
        items.isCleared = true;
        items.changed.clear();
        items.removed.clear();
      }),
  };
};
