/** Recipes that are a function of a platform's, run here with what stands in for the platform: its one call that takes the function. */
import http from 'node:http';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/words/en/recipes.ts';
import { firebaseFunctions } from '../../src/recipes/firebase-functions.ts';
import type { Policy } from '../../src/recipes/policy.ts';
import { listenOnLoopback } from '../loopback.ts';

/** It has no types. */
const cors: unknown = createRequire(import.meta.url)('cors');
const ORIGIN = 'https://app.example';
const policy: Policy = { origins: [ORIGIN], methods: ['PUT'], headers: ['authorization'], exposed: ['X-Total'], credentials: true };
const PREFLIGHT = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'authorization' };

/** What an answer lets through, and how caches tell it apart. */
const allowed = (headers: Headers) => ({
  origin: headers.get('access-control-allow-origin'),
  credentials: headers.get('access-control-allow-credentials'),
  vary: /\borigin\b/i.test(headers.get('vary') ?? ''),
});
const LET_IN = { origin: ORIGIN, credentials: 'true', vary: true };

describe('a function', () => {
  it('of Firebase, by the package, answers the preflight, lets its origin in, and no other', async () => {
    const code = firebaseFunctions
      .render(policy, recipeWords.comments)
      .replace(/^ *\/\/ … .*$/m, "response.end('{}');")
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
