import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from './start-demo.ts';

/** Sends one request and gives the answer as it came, byte for byte. */
const exchange = (origin: string, lines: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const chunks: Buffer[] = [];
    const socket = net.connect(Number(port), hostname, () => socket.write([...lines, `Host: ${hostname}:${port}`, '', ''].join('\r\n')));
    socket.on('data', chunk => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', reject);
  });

const valuesOf = (answer: string, name: string): string[] =>
  answer
    .split('\r\n')
    .filter(line => line.toLowerCase().startsWith(`${name}:`))
    .map(line => line.slice(name.length + 1).trim());

const ALLOW_ORIGIN = 'access-control-allow-origin';

describe('startDemo', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ port: 0 });
  });
  afterAll(() => demo.close());

  const origin = (role: 'page' | 'api') => demo.origins.get(role) ?? '';
  const get = (id: string, role: 'page' | 'api' = 'api') => exchange(origin(role), [`GET /case/${id}?run=1 HTTP/1.1`]);
  const preflight = (id: string) => exchange(origin('api'), [`OPTIONS /case/${id}?run=1 HTTP/1.1`, 'Access-Control-Request-Method: PUT']);

  it('serves the page and what it loads', async () => {
    for (const path of ['/', '/page.css', '/page.js', '/data.js', '/frame', '/frame.js', '/worker.js', '/service-worker.js'])
      expect(await exchange(origin('page'), [`GET ${path} HTTP/1.1`])).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  it('chooses a free port where the usual one is taken', async () => {
    const second = await startDemo({ port: Number(new URL(demo.url).port) });
    await second.close();
    expect(second.url).not.toBe(demo.url);
  });

  it('fills in the real origins', () => {
    const { request } = demo.cases.find(({ id }) => id === 'allow-origin-missing') ?? {};
    expect(request?.url).toBe(`${origin('api')}/case/allow-origin-missing?run={run}`);
  });

  it('answers as the case says, and never from a cache', async () => {
    const answer = await get('allow-origin-trailing-slash');
    expect(valuesOf(answer, ALLOW_ORIGIN)).toEqual([`${origin('page')}/`]);
    expect(valuesOf(answer, 'cache-control')).toEqual(['no-store']);
  });

  it('sends a field on as many lines as the case says', async () => {
    expect(valuesOf(await get('allow-origin-two-lines'), ALLOW_ORIGIN)).toEqual([origin('page'), '*']);
  });

  it('sends bytes that are no text', async () => {
    expect(valuesOf(await get('hostile-origin-bytes'), ALLOW_ORIGIN)).toEqual(['\u0080\u00ff\u00c3(']);
  });

  it('puts the run into the address of a redirect', async () => {
    expect(valuesOf(await get('redirect-allowed'), 'location')).toEqual([`${origin('api')}/case/redirect-allowed/hop/1?run=1`]);
  });

  it('cuts the connection without a byte', async () => {
    expect(await get('connection-cut').catch(() => '')).toBe('');
  });

  it('answers 404 for a case that does not exist', async () => {
    expect(await get('no-such-case')).toMatch(/^HTTP\/1\.1 404 /);
  });

  describe('setFix', () => {
    it('replaces every line of a field and leaves the others', async () => {
      demo.setFix('allow-origin-two-lines', {
        preflight: null,
        redirects: [],
        response: { headers: [{ name: 'access-control-allow-origin', value: 'https://fixed.example' }] },
      });
      const answer = await get('allow-origin-two-lines');
      demo.setFix('allow-origin-two-lines', null);
      expect(valuesOf(answer, ALLOW_ORIGIN)).toEqual(['https://fixed.example']);
      expect(valuesOf(answer, 'content-type')).toEqual(['application/json']);
    });

    it('changes the status and the fields of a preflight', async () => {
      demo.setFix('preflight-404-bare', { preflight: { status: 204, headers: [{ name: 'X-Fixed', value: 'yes' }] }, redirects: [], response: null });
      const answer = await preflight('preflight-404-bare');
      demo.setFix('preflight-404-bare', null);
      expect(answer).toMatch(/^HTTP\/1\.1 204 /);
      expect(valuesOf(answer, 'x-fixed')).toEqual(['yes']);
    });

    it('is taken back by null', async () => {
      demo.setFix('allow-origin-missing', { preflight: null, redirects: [], response: { headers: [{ name: ALLOW_ORIGIN, value: '*' }] } });
      demo.setFix('allow-origin-missing', null);
      expect(valuesOf(await get('allow-origin-missing'), ALLOW_ORIGIN)).toEqual([]);
    });

    it('throws for a case that does not exist', () => {
      expect(() => demo.setFix('no-such-case', null)).toThrow(/no case/);
    });
  });
});
