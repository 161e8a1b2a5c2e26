/** Recipes that are a function of a platform's, run here with what stands in for the platform: its one call that takes the function. */
import http from 'node:http';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { recipeWords } from '../../panel/words/en/recipes.ts';
import { firebaseFunctions } from '../../src/recipes/firebase-functions.ts';
import type { Policy } from '../../src/recipes/policy.ts';
import { supabase } from '../../src/recipes/supabase.ts';
import { listenOnLoopback } from '../loopback.ts';

/** It has no types. */
const cors: unknown = createRequire(import.meta.url)('cors');
const ORIGIN = 'https://app.example';
const policy: Policy = { origins: [ORIGIN], methods: ['PUT'], headers: ['authorization'], exposed: ['X-Total'], credentials: true };
const PREFLIGHT = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'authorization' };
const withBody = (text: string, body: string): string => text.replace(/^ *\/\/ … .*$/m, body);

/** What an answer lets through, and how caches tell it apart. */
const allowed = (headers: Headers) => ({
  origin: headers.get('access-control-allow-origin'),
  credentials: headers.get('access-control-allow-credentials'),
  vary: /\borigin\b/i.test(headers.get('vary') ?? ''),
});
const LET_IN = { origin: ORIGIN, credentials: 'true', vary: true };

describe('a function', () => {
  it('of Supabase answers the preflight, lets its origin in with errors too, and no other', async () => {
    const body = "if (request.url.endsWith('/fail')) throw new Error('broken'); return new Response('{}', { headers: { Vary: 'Accept-Encoding' } });";
    const code = withBody(supabase.render(policy, recipeWords.comments), body);
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const served: { handler: ((request: Request) => Promise<Response>) | null } = { handler: null };
    new Function('Deno', code)({ serve: (handler: (request: Request) => Promise<Response>) => (served.handler = handler) });
    const ask = async (path: string, origin: string, init: RequestInit = {}): Promise<Response> => {
      if (served.handler === null) throw new Error('Nothing is served.');
      return served.handler(new Request(`https://api.example${path}`, { ...init, headers: { ...init.headers, Origin: origin } }));
    };
    const preflight = await ask('/', ORIGIN, { method: 'OPTIONS', headers: PREFLIGHT });
    expect([preflight.status, allowed(preflight.headers)]).toEqual([204, LET_IN]);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, PUT');
    const answers = [await ask('/', ORIGIN), await ask('/fail', ORIGIN), await ask('/', 'https://other.example')];
    expect(answers.map(({ status, headers }) => [status, allowed(headers)])).toEqual([
      [200, LET_IN],
      [500, LET_IN],
      [200, { origin: null, credentials: null, vary: true }],
    ]);
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });

  it('of Firebase, by the package, does so too', async () => {
    const code = withBody(firebaseFunctions.render(policy, recipeWords.comments), "response.end('{}');")
      .replace(/^import .*$/gm, '')
      .replace('export const api =', 'return');
    const handler: http.RequestListener = new Function('cors', 'onRequest', code)(cors, (given: http.RequestListener) => given);
    const server = await listenOnLoopback(http.createServer(handler));
    const ask = async (origin: string, init: RequestInit = {}) => {
      const { status, headers } = await fetch(`http://127.0.0.1:${server.port}/`, { ...init, headers: { ...init.headers, Origin: origin } });
      return [status, allowed(headers)];
    };
    try {
      expect(await ask(ORIGIN, { method: 'OPTIONS', headers: PREFLIGHT })).toEqual([204, LET_IN]);
      expect(await ask(ORIGIN)).toEqual([200, LET_IN]);
      expect(await ask('https://other.example')).toEqual([200, { origin: null, credentials: 'true', vary: true }]);
    } finally {
      server.close();
    }
  });

  it('of Firebase has the option of its own where that is enough', () => {
    const plain: Policy = { ...policy, exposed: [], credentials: false };
    expect(firebaseFunctions.render(plain, recipeWords.comments)).toContain(`onRequest({ cors: ['${ORIGIN}'] }, `);
  });
});
