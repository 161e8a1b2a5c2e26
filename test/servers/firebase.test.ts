/** Both forms of the recipe of Firebase, on its own packages: the browsers' test has what a page with credentials needs, which is one of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/words/en/recipes.ts';
import { firebaseFunctions } from '../../src/recipes/firebase-functions.ts';
import type { Policy } from '../../src/recipes/policy.ts';
import { PLATFORMS } from './platforms.ts';
import { type Running, SIGN_IN, startServer } from './under-test.ts';

const SERVER = PLATFORMS.find(({ id }) => id === firebaseFunctions.id);
const ORIGIN = 'https://app.example';
const plain: Policy = { origins: [ORIGIN], methods: ['PUT'], headers: ['authorization'], exposed: [], credentials: false };
const FORMS = [
  { form: 'its own option', policy: plain, code: `onRequest({ cors: ['${ORIGIN}'] }, ` },
  { form: 'the package', policy: { ...plain, exposed: ['X-Total'], credentials: true }, code: "import cors from 'cors';" },
];
const PREFLIGHT = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'authorization' };

const allowed = (headers: Headers) => ({
  origin: headers.get('access-control-allow-origin'),
  credentials: headers.get('access-control-allow-credentials') === 'true',
  vary: /\borigin\b/i.test(headers.get('vary') ?? ''),
});

describe.each(FORMS)('a function of Firebase, by $form', ({ policy, code }) => {
  const recipe = firebaseFunctions.render(policy, recipeWords.comments);
  const installed = SERVER?.version() != null;
  let running: Running | null = null;
  beforeAll(async () => {
    if (SERVER !== undefined && installed) running = await startServer(SERVER, recipe, 0);
  });
  afterAll(() => running?.close());

  const ask = async (path: string, origin: string, headers: Readonly<Record<string, string>>, method = 'PUT') => {
    const answer = await fetch(`${running?.base}${path}`, { method, headers: { ...headers, Origin: origin } });
    return { status: answer.status, headers: answer.headers };
  };

  it('is what is enough', () => expect(recipe).toContain(code));

  it('answers the preflight, lets its origin in with errors too, and no other', async ({ skip }) => {
    if (!installed) return skip('not installed');
    const letIn = { origin: ORIGIN, credentials: policy.credentials, vary: true };
    const signedIn = { Authorization: SIGN_IN };
    const preflight = await ask('/data', ORIGIN, PREFLIGHT, 'OPTIONS');
    expect([preflight.status, allowed(preflight.headers)]).toEqual([204, letIn]);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
    const answers = [await ask('/data', ORIGIN, signedIn), await ask('/fail', ORIGIN, signedIn), await ask('/data', ORIGIN, {})];
    expect(answers.map(({ status, headers }) => [status, allowed(headers)])).toEqual([200, 500, 401].map(status => [status, letIn]));
    const other = await ask('/data', 'https://other.example', signedIn);
    expect(allowed(other.headers)).toEqual({ origin: expect.not.stringContaining('other'), credentials: policy.credentials, vary: true });
  });
});
