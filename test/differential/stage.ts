/** Where scenarios are played: the servers, and what a scenario is called there. */
import type { Line, OracleAnswer } from '../oracle.ts';
import { openRawServer, type RawRequest, type RawServer } from './raw-server.ts';
import { NEXT, PAGE, type Scenario, SERVERS } from './scenarios.ts';

export interface Stage {
  /** The page from which everything is asked. */
  readonly pageUrl: string;
  /** Puts a scenario on; gives its own address of what the page asks for. */
  put(id: number, scenario: Scenario): string;
  close(): void;
}

const CANONICAL = [PAGE, ...SERVERS];
const PATH = /^\/d\/(\d+)\/(\d+)/;

/** The path of the n-th URL of a scenario's chain. */
const pathOf = (id: number, hop: number): string => `/d/${id}/${hop}`;

/** Which scenario a URL belongs to; null where to none. */
export const scenarioOf = (url: string): number | null => {
  const id = /\/d\/(\d+)\/\d+/.exec(url)?.[1];
  return id === undefined ? null : Number(id);
};

const hasBody = (status: number, method: string): boolean => method !== 'HEAD' && status !== 204 && status !== 304;

const toBytes = ({ status, lines }: OracleAnswer, method: string): string => {
  const body = hasBody(status, method) ? 'x' : '';
  return [
    `HTTP/1.1 ${status} Said`,
    'Cache-Control: no-store',
    'Connection: close',
    ...(hasBody(status, method) ? [`Content-Length: ${body.length}`] : []),
    ...lines.map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
};

const PAGE_BYTES = toBytes({ status: 200, lines: [['Content-Type', 'text/html']] }, 'GET')
  .replace('Content-Length: 1', 'Content-Length: 46')
  .replace(/x$/, '<!doctype html><link rel="icon" href="data:,">');

export const openStage = async (): Promise<Stage> => {
  const scenarios = new Map<number, Scenario>();
  let ports: ReadonlyMap<string, number> = new Map();
  /** Canonical addresses, ports and all, as they are here. */
  const here = (text: string): string =>
    text.replace(/:(8000|9000|9001|9002)(?!\d)/g, (whole, port: string) => (ports.has(port) ? `:${ports.get(port)}` : whole));

  const answer = ({ method, target, headers }: RawRequest): string | null => {
    const [, id, hop] = PATH.exec(target) ?? [];
    const scenario = id === undefined ? undefined : scenarios.get(Number(id));
    if (scenario === undefined || hop === undefined) return PAGE_BYTES;
    const station = scenario.stations[Math.min(Number(hop), scenario.stations.length - 1)] as Scenario['stations'][number];
    const { status, lines } = method === 'OPTIONS' && headers.has('access-control-request-method') ? station.preflight : station.answer;
    const next = pathOf(Number(id), Number(hop) + 1);
    const named = lines.map(([name, value]): Line => [name, here(name === 'Location' ? value.replace(NEXT, next) : value)]);
    return toBytes({ status, lines: named }, method);
  };

  const servers: RawServer[] = [];
  for (const _ of CANONICAL) servers.push(await openRawServer(answer));
  ports = new Map(CANONICAL.map((origin, index) => [new URL(origin).port, (servers[index] as RawServer).port]));
  return {
    pageUrl: here(`${PAGE}/`),
    put: (id, scenario) => {
      scenarios.set(id, scenario);
      return here(`${new URL(scenario.asked.url).origin}${pathOf(id, 0)}`);
    },
    close: () => {
      for (const server of servers) server.close();
    },
  };
};
