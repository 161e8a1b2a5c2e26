/** Where scenarios are played: the servers, and what a scenario is called there. */
import fs from 'node:fs';
import path from 'node:path';
import { demoFolder } from '../demo/root.ts';
import type { Listening } from '../loopback.ts';
import type { Line } from '../oracle.ts';
import { type Answer, NEXT } from './answers.ts';
import type { Asked, Jar, Means } from './asked.ts';
import { type Http2Answer, openHttp2Server } from './http2-server.ts';
import { jarAnswer } from './jars.ts';
import { loadPageFiles } from './page-files.ts';
import { CERTIFIED_PAGE, PAGES, PUBLIC, SERVERS } from './places.ts';
import { openRawServer, type RawRequest } from './raw-server.ts';
import type { Scenario, Station } from './scenarios.ts';

export interface Stage {
  /** The certificate of the servers that speak TLS, and where they are. */
  readonly certified: readonly { readonly host: string; readonly port: number; readonly pem: string }[];
  /** Canonical text, origins and their ports in it, as it is here. */
  here(text: string): string;
  /** The other way round. */
  canonical(text: string): string;
  /** Puts a scenario on; gives its own address of what the page asks for. */
  put(id: number, scenario: Scenario): string;
  close(): void;
}

/** What is sent along hangs on the path: cookies and passwords are kept for one. */
const FOLDERS = { none: 'd', cookie: 'c', password: 'p' } as const satisfies Record<Jar, string>;
const PATH = /^\/[dcp]\/x(\d+)\/(\d+)(?:-[a-z-]+)?$/;
/** The page says that the scenario's earlier request is over. */
const OVER = /^\/over\/x(\d+)$/;

/** The path of the n-th URL of a scenario's chain. No part of it looks like an id, so that no two failures are taken for one. */
const pathOf = (id: number, hop: number, jar: Jar): string => `/${FOLDERS[jar]}/x${id}/${hop}`;
/** A service worker reads in the first URL what it is to do with it. */
const addressOf = (id: number, { jar, handling }: Asked): string => pathOf(id, 0, jar) + (handling === undefined ? '' : `-${handling}`);
export const overPath = (id: number): string => `/over/x${id}`;

/** Which scenario a URL belongs to; null where to none. */
export const scenarioOf = (url: string): number | null => {
  const id = /\/[dcp]\/x(\d+)\/\d+/.exec(url)?.[1];
  return id === undefined ? null : Number(id);
};

const hasBody = (status: number, method: string): boolean => method !== 'HEAD' && status !== 204 && status !== 304;

/** What each means takes for content. */
const CONTENTS: Partial<Record<Means, readonly [type: string, body: string]>> = {
  image: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  script: ['text/javascript', ';'],
  module: ['text/javascript', ';'],
  stylesheet: ['text/css', 'a{}'],
  font: ['font/woff2', 'x'],
  'event-source': ['text/event-stream', 'data: x\n\n'],
};

interface Reply extends Http2Answer {
  readonly lines: readonly Line[];
}

const hasField = (lines: readonly Line[], lowerName: string): boolean => lines.some(([name]) => name.toLowerCase() === lowerName);

const toReply = (answer: Answer, method: string, [type, content]: readonly [type: string, body: string]): Reply => {
  const body = hasBody(answer.status, method) ? content : '';
  return {
    ...answer,
    body,
    lines: [
      ...(hasField(answer.lines, 'cache-control') ? [] : [['Cache-Control', 'no-store'] as const]),
      ...(hasBody(answer.status, method)
        ? ([
            ['Content-Length', String(body.length)],
            ['Content-Type', type],
          ] as const)
        : []),
      ...answer.lines,
    ],
  };
};

const toBytes = ({ status, lines, cut, early, body }: Reply): string => {
  if (cut === 'before') return '';
  const head = [`HTTP/1.1 ${status} Said`, 'Connection: close', ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  const informational = early === undefined ? '' : `HTTP/1.1 ${early} Early\r\n\r\n`;
  if (cut === 'head') return head.slice(0, 20);
  const whole = `${informational}${head}\r\n\r\n`;
  // A body that is promised, and not there.
  return cut === 'body' ? whole : whole + body;
};

const readCertificate = () => {
  const read = (name: string): Buffer => fs.readFileSync(path.join(demoFolder(), 'certificate', `accepted-${name}.pem`));
  return { key: read('key'), cert: read('certificate') };
};

interface Put {
  readonly scenario: Scenario;
  isBefore: boolean;
}

const stationOf = ({ scenario, isBefore }: Put, hop: number): { readonly asked: Asked; readonly station: Station } => {
  const { asked, stations, before } = scenario;
  if (isBefore && before !== null) return { asked: before.asked, station: before };
  return { asked, station: stations[Math.min(hop, stations.length - 1)] as Station };
};

export const openStage = async (): Promise<Stage> => {
  const scenarios = new Map<number, Put>();
  const files = await loadPageFiles();
  let ports: ReadonlyMap<string, number> = new Map();
  let sixth = '[::1]';
  const here = (text: string): string =>
    text.replace(/:(8\d{3}|9\d{3})(?!\d)/g, (whole, port: string) => (ports.has(port) ? `:${ports.get(port)}` : whole)).replaceAll('[::1]', sixth);

  const reply = (request: RawRequest): Reply => {
    const { method, target, headers } = request;
    const over = OVER.exec(target)?.[1];
    const put = scenarios.get(Number(over ?? PATH.exec(target)?.[1] ?? -1));
    if (over !== undefined && put) put.isBefore = false;
    const hop = Number(PATH.exec(target)?.[2] ?? -1);
    if (put === undefined || over !== undefined) {
      const file = files.get(target);
      const jar = jarAnswer(request);
      if (jar !== null) return toReply(jar, method, ['text/plain', '']);
      return toReply({ status: 200, lines: [] }, method, file ?? ['text/html', '<!doctype html>']);
    }
    const { asked, station } = stationOf(put, hop);
    const isPreflight = method === 'OPTIONS' && headers.has('access-control-request-method');
    const answer = isPreflight ? station.preflight : station.answer;
    const next = pathOf(Number(PATH.exec(target)?.[1]), hop + 1, put.scenario.asked.jar);
    const lines = answer.lines.map(([name, value]): Line => [name, here(name === 'Location' ? value.replace(NEXT, next) : value)]);
    return toReply({ ...answer, lines }, method, CONTENTS[asked.by] ?? ['text/plain', 'x']);
  };

  const servers: Listening[] = [];
  const open = async (origin: string, protocol: string): Promise<readonly [string, number]> => {
    const certificate = protocol === 'http' ? null : readCertificate();
    const start = (host: string): Promise<Listening> =>
      protocol === 'http2' && certificate !== null
        ? openHttp2Server(reply, host, certificate)
        : openRawServer(request => toBytes(reply(request)), host, certificate);
    let server: Listening;
    if (origin.includes('[::1]')) {
      server = await start('::1').catch(() => {
        sixth = '127.0.0.3';
        return start(sixth);
      });
    } else server = await start('127.0.0.1');
    servers.push(server);
    return [new URL(origin).port, server.port];
  };
  const places = [...[...PAGES, PUBLIC].map(origin => ({ origin, protocol: origin === CERTIFIED_PAGE ? 'https' : 'http' })), ...SERVERS];
  const found = new Map<string, number>();
  for (const { origin, protocol } of places) {
    if (found.has(new URL(origin).port)) continue;
    const [port, real] = await open(origin, protocol);
    found.set(port, real);
  }
  ports = found;
  const certificate = readCertificate().cert.toString();
  return {
    certified: places.flatMap(({ origin, protocol }) => {
      const { hostname: host, port } = new URL(origin);
      return protocol === 'http' ? [] : [{ host, port: ports.get(port) ?? 0, pem: certificate }];
    }),
    here,
    canonical: text => {
      const ofPorts = new Map([...ports].map(([port, real]) => [String(real), port]));
      return text
        .replace(/:(\d{4,5})(?!\d)/g, (whole, real: string) => (ofPorts.has(real) ? `:${ofPorts.get(real)}` : whole))
        .replaceAll(sixth, '[::1]');
    },
    put: (id, scenario) => {
      scenarios.set(id, { scenario, isBefore: scenario.before !== null });
      return here(scenario.asked.url.replace(/\/x$/, addressOf(id, scenario.asked)));
    },
    close: () => {
      for (const server of servers) server.close();
    },
  };
};
