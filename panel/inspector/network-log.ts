/**
 * When the DevTools network log is read, and what of it.
 *
 * To make an entry of every request costs Chromium about as much as everything else that is done for a request here. It is
 * followed only where it can tell something: once a request of the page failed, and all the time on a page that came over
 * https, where it alone knows of mixed content. Firefox's tells of every answer's raw header lines, and is always followed.
 */
import type { LogEntry } from '../../src/link/protocol.ts';
import type { BrowserInfo, ShownDocument } from '../../src/model.ts';
import { readHarEntry } from './har-entry.ts';

/** See `networkLog` in src/browser.ts. */
export interface NetworkLogSource {
  follow(listener: (entry: unknown) => void): () => void;
  read(): Promise<readonly unknown[]>;
}

export interface NetworkLog {
  /** The tab shows a page of this address now, or is about to. */
  onAddress(url: string): void;
  /** The tab shows this document now. */
  onDocument(document: ShownDocument): void;
  /** Requests for these URLs failed, of which the log may know more: it is followed from now on. Gives what it knows already, of what else failed, too. */
  consult(urls: Iterable<string>): Promise<readonly LogEntry[]>;
  /** All that the log has of these URLs, of requests that have an answer or an error. */
  lookUp(urls: Iterable<string>): Promise<readonly LogEntry[]>;
}

interface NetworkLogOptions {
  readonly engine: BrowserInfo['engine'];
  readonly source: NetworkLogSource;
  /** Takes what the log tells. */
  readonly onEntry: (entry: LogEntry) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const withoutFragment = (url: string): string => url.replace(/#.*/s, '');

export const createNetworkLog = ({ engine, source, onEntry, now }: NetworkLogOptions): NetworkLog => {
  let unfollow: (() => void) | null = null;
  let shown: ShownDocument | null = null;
  let consultedAt = 0;

  const take = (entry: unknown): void => {
    const read = readHarEntry(entry, engine);
    if (read) onEntry(read);
  };
  const follow = (): void => {
    unfollow ??= source.follow(take);
  };
  const mayHoldMixedContent = (url: string): boolean => url.startsWith('https:');

  /** Of this document, with an answer or an error. */
  const readTold = async (): Promise<readonly LogEntry[]> => {
    const since = shown?.startedAt ?? 0;
    return (await source.read()).flatMap(entry => {
      const read = readHarEntry(entry, engine);
      const isTold = read !== null && (read.status > 0 || Boolean(read.error));
      return isTold && read.startedAt >= since ? [read] : [];
    });
  };
  const of = (entries: readonly LogEntry[], urls: Iterable<string>): readonly LogEntry[] => {
    const wanted = new Set([...urls].map(withoutFragment));
    return entries.filter(({ url }) => wanted.has(withoutFragment(url)));
  };
  const lookUp = async (urls: Iterable<string>): Promise<readonly LogEntry[]> => of(await readTold(), urls);
  /** With what else failed: the log does not tell of that again, and it may be asked for only once the log is followed. */
  const lookBack = async (urls: Iterable<string>): Promise<readonly LogEntry[]> => {
    const told = await readTold();
    const failed = told.filter(({ error }) => Boolean(error));
    return of(told, [...urls, ...failed.map(({ url }) => url)]);
  };

  if (engine === 'firefox') follow();
  return {
    onAddress: url => {
      if (mayHoldMixedContent(url)) follow();
    },
    onDocument: document => {
      const isNew = shown?.startedAt !== document.startedAt;
      shown = document;
      if (!isNew || engine === 'firefox') return;
      if (mayHoldMixedContent(document.url)) {
        follow();
        return;
      }
      // What a page asks for at once may fail before its document is known.
      if (consultedAt >= document.startedAt) return;
      unfollow?.();
      unfollow = null;
    },
    consult: async urls => {
      consultedAt = now();
      if (unfollow) return [];
      const past = lookBack(urls);
      follow();
      return past;
    },
    lookUp,
  };
};
