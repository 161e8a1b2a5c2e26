/**
 * Recipes, proven: a real page in a real browser asks a real server that is broken as its users break it. The tab names the
 * cause; what the recipe makes of its fix, put where it says, lets that page through and no other, and its own errors too.
 * What is not installed here is left out, and said.
 */
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/later-words.ts';
import { evaluate } from '../../src/cors/evaluate.ts';
import type { Report } from '../../src/model.ts';
import { RECIPES } from '../../src/recipes/index.ts';
import { type Policy, policyOf } from '../../src/recipes/policy.ts';
import { PROVEN_ON } from '../../src/recipes/proven.ts';
import { exchangesOf } from '../../src/report/opened.ts';
import { readReport } from '../../src/report/read-report.ts';
import { UNASKED } from '../browser/access.ts';
import { type InspectedSite, openSite } from '../browser/inspected-site.ts';
import { ENGINES } from '../browser/launch-extension.ts';
import { listenOnLoopback } from '../loopback.ts';
import { PINNED, SERVERS_UNDER_TEST } from './servers.ts';
import { brief, type Running, type ServerUnderTest, SIGN_IN, startServer } from './under-test.ts';

const SERVERS = SERVERS_UNDER_TEST.map(server => ({ ...server, installed: server.version() }));
const MISSING = SERVERS.filter(({ installed }) => installed === null).map(({ id }) => id);

/** The application behind a proxy: it lets everybody in, which is not for it to say, and has no answer to OPTIONS. */
const startApplication = () =>
  listenOnLoopback(
    http.createServer((request, response) => {
      request.resume();
      const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*', Vary: 'Accept-Encoding' };
      response.writeHead(request.method === 'OPTIONS' ? 404 : 200, headers).end('{"ok":true}');
    }),
  );

/** In the page: the status that it may read; null where it may read nothing. */
const statusOf = (url: string, signIn: string): Promise<number | null> =>
  fetch(url, { method: 'PUT', credentials: 'include', headers: { Authorization: signIn, 'Content-Type': 'application/json' }, body: '{}' }).then(
    ({ status }) => status,
    () => null,
  );

interface Answered {
  readonly allowed: string | undefined;
  /** That a cache gives it to no other origin: it tells them apart, or keeps none of a 403 (RFC 9110, 15.1). */
  readonly apart: boolean;
}

/** What a program, which may name any origin, or none, is answered. */
const allowedTo = (url: string, origin: string | null): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const headers = { Authorization: SIGN_IN, 'Content-Type': 'application/json', ...(origin === null ? {} : { Origin: origin }) };
    const request = http.request(url, { method: 'PUT', headers }, response => {
      const { vary = '', 'access-control-allow-origin': allowed } = response.resume().headers;
      resolve({ allowed, apart: response.statusCode === 403 || /(?:^|,) *origin *(?:,|$)/i.test(vary) });
    });
    request.once('error', reject);
    request.end('{}');
  });

it('is proven on a server where it says so', () => {
  const said = RECIPES.map(({ id }) => id).filter(id => PROVEN_ON[id] !== null);
  expect(SERVERS.map(({ id }) => id).toSorted()).toEqual(said.toSorted());
});

describe.each(ENGINES)('a recipe in %s', engine => {
  let session: InspectedSite;
  let application: Awaited<ReturnType<typeof startApplication>>;
  beforeAll(async () => {
    if (MISSING.length > 0) console.warn(`Not installed, and left out: ${MISSING.join(', ')}.`);
    application = await startApplication();
    session = await openSite(engine, { preferences: UNASKED });
  });
  afterAll(async () => {
    await session?.close();
    application?.close();
  });

  const ask = (url: string): Promise<number | null> => session.browser.inPage(statusOf, url, SIGN_IN);
  const running = async <T>(server: ServerUnderTest, recipe: string | null, use: (running: Running) => Promise<T>): Promise<T> => {
    const started = await startServer(server, recipe, application.port);
    try {
      return await use(started);
    } finally {
      await started.close();
    }
  };
  /** What the tab makes of the refusal: the cause, and what the server has to allow. */
  const refusal = async (url: string): Promise<{ readonly cause: string; readonly policy: Policy | null }> => {
    const isIts = (failure: Report['failures'][number]): boolean => failure.request.url === url;
    const report = await session.report(({ failures }) => failures.some(isIts));
    const failure = report.failures.find(isIts);
    const opened = readReport(report);
    const exchange = 'report' in opened ? exchangesOf(opened.report, 1_000).find(({ hops }) => hops[0]?.url === url) : undefined;
    if (exchange === undefined || failure?.fix == null) throw new Error(`${url} has no fix.`);
    return { cause: failure.cause.code, policy: policyOf(exchange, evaluate(exchange, engine), failure.fix) };
  };

  it.for(SERVERS)('for $id is what its server needed', async ({ id, installed, ...server }, { skip }) => {
    if (installed === null) return skip('not installed');
    await session.browser.open(`${session.site.page}/`);
    const { cause, policy } = await running({ id, ...server }, null, async ({ base }) => {
      expect(await ask(`${base}/data`)).toBe(null);
      return refusal(`${base}/data`);
    });
    const recipe = RECIPES.find(each => each.id === id);
    if (policy === null || recipe === undefined) throw new Error(`There is no recipe for ${id}.`);
    expect(cause).toBe('auth-before-cors');
    if (PINNED.has(id)) expect(PROVEN_ON[recipe.id]).toBe(brief(installed));
    else if (PROVEN_ON[recipe.id] !== brief(installed))
      console.warn(`${installed} here; the recipe is said to be proven on ${PROVEN_ON[recipe.id]}.`);
    await running({ id, ...server }, recipe.render(policy, recipeWords.comments), async ({ base }) => {
      expect([await ask(`${base}/data`), await ask(`${base}/fail`)]).toEqual([200, expect.toBeOneOf([500, 403])]);
      const { page } = session.site;
      const answers = await Promise.all([page, session.site.at('other'), null].map(asking => allowedTo(`${base}/data`, asking)));
      expect(answers.map(({ allowed }) => allowed)).toEqual([page, undefined, undefined]);
      expect(answers.filter(({ apart }) => !apart)).toEqual([]);
      await session.browser.open(`${session.site.at('other')}/`);
      expect(await ask(`${base}/data`)).toBe(null);
    });
  });
});
