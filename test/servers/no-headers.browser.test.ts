/** Recipes where no request header has to be allowed: some packages take that for leave to allow whatever is asked for. */
import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/later-words.ts';
import { RECIPES } from '../../src/recipes/index.ts';
import { SERVERS_UNDER_TEST } from './servers.ts';
import { startServer } from './under-test.ts';

const SERVERS = SERVERS_UNDER_TEST.map(server => ({ ...server, installed: server.version() }));
const ORIGIN = 'https://app.example';

/** Nobody listens there, and nobody is asked: preflights are answered in front. */
const UPSTREAM_UNASKED = 9;

/** What a preflight that asks for this header, or for none, is answered. */
const preflight = (url: string, asked: string | null): Promise<http.IncomingHttpHeaders> =>
  new Promise((resolve, reject) => {
    const headers = {
      Origin: ORIGIN,
      'Access-Control-Request-Method': 'GET',
      ...(asked === null ? {} : { 'Access-Control-Request-Headers': asked }),
    };
    const request = http.request(url, { method: 'OPTIONS', headers }, response => resolve(response.resume().headers));
    request.once('error', reject);
    request.end();
  });

describe('a recipe without request headers', () => {
  it.for(SERVERS)('for $id is no leave for whatever is asked for', async (server, { skip }) => {
    if (server.installed === null) return skip('not installed');
    const recipe = RECIPES.find(({ id }) => id === server.id);
    const policy = { origins: [ORIGIN], methods: [], headers: [], exposed: ['*'], credentials: false };
    const { base, close } = await startServer(server, recipe?.render(policy, recipeWords.comments) ?? null, UPSTREAM_UNASKED);
    try {
      expect((await preflight(`${base}/data`, null))['access-control-allow-origin']).toBe(ORIGIN);
      expect((await preflight(`${base}/data`, 'x-other'))['access-control-allow-headers'] ?? '').not.toMatch(/x-other/i);
    } finally {
      await close();
    }
  });
});
