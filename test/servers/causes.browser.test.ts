/**
 * Causes, reproduced: servers of other people are really started, broken as their users break them, and asked by a real page in
 * a real browser. The tab names first what was broken, and calls nothing certain that is not so.
 */
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { UNASKED } from '../browser/access.ts';
import { type InspectedSite, openSite } from '../browser/inspected-site.ts';
import { ENGINES } from '../browser/launch-extension.ts';
import { showImage } from '../browser/show-image.ts';
import { until } from '../browser/until.ts';
import { listenOnLoopback } from '../loopback.ts';
import { flask, php } from './broken/applications.ts';
import type { Asked, BrokenServer } from './broken/broken-server.ts';
import { rsCors, tomcat } from './broken/compiled.ts';
import { express } from './broken/express.ts';
import { nginx } from './broken/nginx.ts';
import { apache, caddy, haproxy, varnish } from './broken/proxies.ts';
import { django, fastapi } from './broken/python.ts';
import { rack } from './broken/ruby.ts';
import { type Running, startServer } from './under-test.ts';

const SERVERS: readonly BrokenServer[] = [nginx, apache, caddy, haproxy, varnish, express, flask, django, fastapi, php, rack, rsCors, tomcat];

/** The application behind a proxy: it lets every page in, and tells no cache so. */
const startApplication = () =>
  listenOnLoopback(
    http.createServer((request, response) => {
      request.resume();
      const { origin } = request.headers;
      response
        .writeHead(200, { 'Content-Type': 'text/plain', ...(origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin }) })
        .end('fine');
    }),
  );

/** In the page: whether it may read the answer. */
const canRead = (url: string, init: RequestInit): Promise<boolean> =>
  fetch(url, init).then(
    () => true,
    () => false,
  );

/** In the page: whether the socket is opened. */
const canOpen = (url: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('close', () => resolve(false));
  });

/** By a program, for a page of another site. */
const askForStranger = (port: number, { host, path }: Asked): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { Host: `${host}.localhost:${port}`, Origin: 'http://stranger.example' };
    http.get({ host: '127.0.0.1', port, path, headers }, response => response.resume().once('end', () => resolve())).once('error', reject);
  });

const dateAt = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const answered = (response: http.IncomingMessage): void => resolve(Date.parse(response.resume().headers.date ?? ''));
    http.get({ host: '127.0.0.1', port, path: '/' }, answered).once('error', reject);
  });

/** Longer than clocks may differ, for what tells old answers. */
const AGED_MS = 7_000;
const untilAged = async (port: number): Promise<void> => {
  const begun = await dateAt(port);
  await until(
    () => dateAt(port),
    now => now - begun > AGED_MS,
  );
};

describe.each(ENGINES)('behind a refusal in %s', engine => {
  let session: InspectedSite;
  let application: Awaited<ReturnType<typeof startApplication>>;
  beforeAll(async () => {
    application = await startApplication();
    session = await openSite(engine, { preferences: UNASKED });
  });
  afterAll(async () => {
    await session?.close();
    application?.close();
  });

  describe.each(SERVERS.map(server => ({ ...server, installed: server.version() })))('by $id', ({ installed, cases, ...server }) => {
    let running: Running | null = null;
    const portOf = (): number => Number(new URL(running?.base ?? '').port);
    const urlOf = ({ host, path, isSocket }: Asked): string =>
      `${isSocket ? 'ws' : 'http'}://${host === '' ? '127.0.0.1' : `${host}.localhost`}:${portOf()}${path}`;
    const ask = (asked: Asked): Promise<boolean> => {
      if (asked.isSocket) return session.browser.inPage(canOpen, urlOf(asked));
      const { method = 'GET', headers = {}, credentials = 'same-origin', body } = asked;
      return session.browser.inPage(canRead, urlOf(asked), { method, headers, credentials, ...(body === undefined ? {} : { body }) });
    };
    beforeAll(async () => {
      if (installed === null) return;
      running = await startServer(server, null, application.port);
      await session.browser.open(`${session.site.page}/`);
    });
    afterAll(() => running?.close());

    it.for(cases)(
      'is $cause at $path',
      async ({ cause, only = engine, isAged = false, isRefusedBefore = false, before = [], ...asked }, { skip }) => {
        if (installed === null) return skip('not installed');
        if (only !== engine) return skip('refused by the other browser alone');
        for (const { by, asked: earlier } of before) {
          if (by === 'stranger') await askForStranger(portOf(), earlier);
          else if (by === 'image') await session.browser.inPage(showImage, urlOf(earlier));
          else await ask(earlier);
        }
        if (isAged) await untilAged(portOf());
        expect(await ask(asked)).toBe(false);
        const isIts = ({ request }: Report['failures'][number]): boolean =>
          request.url === urlOf(asked) && request.method === (asked.method ?? 'GET');
        const isAlike = (failure: Report['failures'][number]): boolean => isIts(failure) && hasHeaders(failure, asked);
        const report = await session.report(({ failures }) => failures.some(isAlike));
        const found = report.failures.filter(isAlike).map(failure => failure.cause.code);
        expect(isRefusedBefore ? [...new Set(found)] : found).toEqual([cause]);
      },
    );
  });
});

/** Whether it is the request with these headers: the same address is asked for with others too. */
const hasHeaders = ({ request, preflight }: Report['failures'][number], { headers = {} }: Asked): boolean => {
  const asked = preflight?.request.headers.find(({ name }) => name.toLowerCase() === 'access-control-request-headers')?.value ?? '';
  const sent = [...request.headers.map(({ name }) => name.toLowerCase()), ...asked.split(',')];
  return Object.keys(headers).every(name => sent.includes(name.toLowerCase()));
};
