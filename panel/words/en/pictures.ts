/** English: the words of the pictures of one exchange. */
import type { OriginPart } from '../../origin-parts.ts';
import { enumerate, plural } from './numbers.ts';

const partNames: Readonly<Record<OriginPart, string>> = { scheme: 'scheme', host: 'host', port: 'port' };

export const originWords = {
  parts: { scheme: 'Scheme', host: 'Host', port: 'Port' } satisfies Record<OriginPart, string>,
  page: 'Your page',
  server: 'The server',
  compared: 'Compared',
  same: 'same',
  differs: 'differs',
  /** A port that the address does not name. */
  defaultPort: (port: string) => `${port} (default)`,
  noPort: 'none',
  /** Says what the columns show. */
  difference: (parts: readonly OriginPart[]) =>
    parts.length === 0 ? 'They do not differ: this is one origin.' : `They differ in the ${enumerate(parts.map(part => partNames[part]))}.`,
  nullPage:
    'This page has no origin of its own. The browser calls it “null”: a sandboxed frame, a local file or a data: address. It equals no origin, not even another “null”.',
  tainted: (page: string) =>
    `The browser does not name ${page} here. It says “null”, because the request was redirected from one foreign origin to another.`,
};

export const sequenceWords = {
  toggle: 'As a picture',
  page: 'Your page',
  browser: 'Browser',
  server: 'Server',
  moreServers: (count: number) => plural(count, 'more server', 'more servers'),
  /** The picture in one sentence; the list of steps says all of it. */
  name: ({ from, method, to, end }: { readonly from: string; readonly method: string; readonly to: string; readonly end: string }) =>
    `${from} asks ${to} with ${method}; ${end}`,
  stoppedAt: (step: string, problem: string) => `it stops at “${step}”: ${problem}.`,
  ended: (step: string) => `it ends so: ${step}.`,
  lacks: (header: string) => `no ${header}`,
};
