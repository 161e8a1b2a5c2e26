import { describe, expect, it } from 'vitest';
import { createNetworkLog, type NetworkLogSource } from '../../panel/inspector/network-log.ts';
import type { LogEntry } from '../../src/link/protocol.ts';

const entry = (path: string, error: string | null, at = 100, status = 0) => ({
  startedDateTime: new Date(at).toISOString(),
  request: { url: `https://api.test${path}`, method: 'GET', headers: [] },
  response: { status, headers: [], _error: error },
});

const NOW = 15;
const open = (engine: 'chromium' | 'firefox', past: readonly unknown[] = []) => {
  const listeners = new Set<(entry: unknown) => void>();
  const told: LogEntry[] = [];
  const reads: number[] = [];
  const source: NetworkLogSource = {
    follow: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: async () => {
      reads.push(listeners.size);
      return past;
    },
  };
  const log = createNetworkLog({ engine, source, onEntry: read => told.push(read), now: () => NOW });
  return { log, told, reads, listeners, tell: (each: unknown) => listeners.forEach(listener => void listener(each)) };
};
const paths = (told: readonly LogEntry[]): readonly string[] => told.map(({ url }) => new URL(url).pathname);

describe('the network log', () => {
  it.each([
    ['chromium', 'http://page.test/', 0],
    ['chromium', 'https://page.test/', 1],
    ['firefox', 'http://page.test/', 1],
    ['firefox', 'https://page.test/', 1],
  ] as const)('of %s is followed from the start on %s: %d', (engine, url, followed) => {
    const { log, listeners } = open(engine);
    log.onDocument({ url, startedAt: 10 });
    expect(listeners.size).toBe(followed);
  });

  it('is followed as soon as the address is that of a page over https', () => {
    const { log, listeners } = open('chromium');
    log.onAddress('https://page.test/');
    expect(listeners.size).toBe(1);
  });

  it('is read once a request failed, also of what else did, and followed from then on', async () => {
    const { log, told, reads, tell } = open('chromium', [
      entry('/failed', 'net::ERR_FAILED'),
      entry('/failed', null, 200, 302),
      entry('/failed', ''),
      entry('/failed-too', 'net::ERR_FAILED'),
      entry('/fine', null, 100, 200),
      entry('/failed', 'net::ERR_FAILED', 5),
      'no entry',
    ]);
    log.onDocument({ url: 'http://page.test/', startedAt: 10 });
    const found = [...(await log.consult(['https://api.test/failed#part'])), ...(await log.consult(['https://api.test/failed']))];
    tell(entry('/later', null));
    expect([found.map(({ startedAt }) => startedAt), paths(found), paths(told), reads]).toEqual([
      [100, 200, 100],
      ['/failed', '/failed', '/failed-too'],
      ['/later'],
      [0],
    ]);
  });

  it.each([
    ['another document over http', { url: 'http://page.test/', startedAt: 20 }, 0],
    ['another document over https', { url: 'https://page.test/', startedAt: 20 }, 1],
    ['a document that began before the failure', { url: 'http://page.test/', startedAt: NOW - 1 }, 1],
    ['another address of the same document', { url: 'http://page.test/#there', startedAt: 10 }, 1],
  ])('that is followed because of a failure is, after %s, followed: %s %d', async (_, document, followed) => {
    const { log, listeners } = open('chromium');
    log.onDocument({ url: 'http://page.test/', startedAt: 10 });
    await log.consult([]);
    log.onDocument(document);
    expect(listeners.size).toBe(followed);
  });
});
