/**
 * Relays, proven: a real page in a real browser asks a service that is not the reader's, and may not read the answer. It comes
 * from a real server with the relay put where it says; by way of that it reads what the service answers.
 * What is not installed here is left out, and said.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/later-words.ts';
import { RELAYS_PROVEN_ON } from '../../src/recipes/proven.ts';
import { RELAYS } from '../../src/recipes/relay/index.ts';
import { relayedUrl } from '../../src/recipes/relay/target.ts';
import { UNASKED } from '../browser/access.ts';
import { type InspectedSite, openSite } from '../browser/inspected-site.ts';
import { ENGINES } from '../browser/launch-extension.ts';
import { RELAY_SERVERS } from './relay-servers.ts';
import { ANSWER, startThirdParty } from './third-party.ts';
import { brief, startServer } from './under-test.ts';

const SERVERS = RELAY_SERVERS.map(server => ({ ...server, installed: server.version() }));
/** No lock file decides on the version of these. */
const UNPINNED: ReadonlySet<string> = new Set(['nginx']);

const MISSING = SERVERS.filter(({ installed }) => installed === null).map(({ id }) => id);

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly total: string | null;
}

/** In the page, which has a cookie: what it may read; null where it may read nothing. */
const put = (url: string): Promise<Answered | null> => {
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to set one is not in every browser
  document.cookie = 'session=secret';
  return fetch(url, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Trace': '7' }, body: '{"name":"Jörg"}' }).then(
    async response => ({ status: response.status, text: await response.text(), total: response.headers.get('X-Total') }),
    () => null,
  );
};

/** In the page. */
const statusOf = (url: string): Promise<number> => fetch(url).then(({ status }) => status);
const cookies = (): string => document.cookie;

describe.each(ENGINES)('a relay in %s', engine => {
  let session: InspectedSite;
  beforeAll(async () => {
    if (MISSING.length > 0) console.warn(`Not installed, and left out: ${MISSING.join(', ')}.`);
    session = await openSite(engine, { tools: false, preferences: UNASKED });
  });
  afterAll(() => session?.close());

  it.for(SERVERS)('for $id is what the page needed', async ({ id, installed, ...server }, { skip }) => {
    if (installed === null) return skip('not installed');
    const relay = RELAYS.find(each => each.id === id);
    if (relay === undefined) throw new Error(`There is no relay for ${id}.`);
    const provenOn = RELAYS_PROVEN_ON[relay.id];
    if (UNPINNED.has(id)) {
      if (provenOn !== brief(installed)) console.warn(`${installed} here; the relay is said to be proven on ${provenOn}.`);
    } else expect(provenOn).toBe(brief(installed));
    const { inPage, open } = session.browser;
    const service = await startThirdParty();
    const text = relay.render({ origin: service.origin, headers: ['x-trace'] }, recipeWords.relay.comments);
    const { base, close } = await startServer({ id, ...server }, text, 0);
    const asking = (path: string): string => base + relayedUrl(service.origin + path);
    try {
      await open(`${base}/`);
      expect(await inPage(put, `${service.origin}/v1/data?q=a%20b&c=1`)).toBe(null);
      expect(service.asked).toEqual([]);

      expect(await inPage(put, asking('/v1/data?q=a%20b&c=1'))).toEqual({ status: 200, text: ANSWER, total: '3' });
      const [asked] = service.asked;
      expect(asked).toMatchObject({ method: 'PUT', body: '{"name":"Jörg"}' });
      // Next.js writes a space of a query as "+", which means the same.
      expect(asked?.url.replace('+', '%20')).toBe('/v1/data?q=a%20b&c=1');
      expect(asked?.headers).toMatchObject({ host: new URL(service.origin).host, 'content-type': 'application/json', 'x-trace': '7' });
      expect(Object.keys(asked?.headers ?? {}).filter(name => ['cookie', 'origin', 'referer', 'authorization'].includes(name))).toEqual([]);
      expect(await inPage(cookies)).toBe('session=secret');
      expect(await inPage(statusOf, asking('/empty'))).toBe(204);

      service.close();
      expect(await inPage(statusOf, asking('/v1/data'))).toBeOneOf([502, 504]);
    } finally {
      await close();
      service.close();
    }
  });
});
