/**
 * A recording as text: JSON Lines that two recordings of the same browser agree in. What differs from one to the next is
 * put in order: ports, numbers of runs, ids, times, and the dates of answers.
 */
import type { Exchange, Header, Headers } from '../../src/model.ts';
import type { Role } from '../demo/model.ts';
import { PLACES } from '../watch/places.ts';
import type { RecordedEvent } from './recording-scripts.ts';

export interface RecordedCase {
  readonly id: string;
  /** In the order in which they came. */
  readonly events: readonly RecordedEvent[];
  /** Every exchange of the page, of other cases too. */
  readonly exchanges: readonly Exchange[];
}

interface RecordingHeader {
  /** Name and version. */
  readonly browser: string;
  readonly command: string;
}

type Rewrite = (text: string) => string;

/** The tab of every recording. */
const TAB = 1;
/** A character that is repeated at least so often is counted instead. */
const REPEATED = /(.)\1{255,}/gsu;

/** The demo's origins of this very recording, in a text, become the same ones in every recording. */
const createRewrite = (origins: ReadonlyMap<Role, string>): Rewrite => {
  const hosts = [...PLACES].flatMap(([role, place]) => {
    const [from, to] = [origins.get(role), place].map(origin => new URL(origin ?? place));
    return from && to ? [{ from, to }] : [];
  });
  const ports = new Map(hosts.filter(({ from }) => from.port !== '').map(({ from, to }) => [from.port, to.port]));
  const addresses = new Map(hosts.filter(({ from }) => from.port === '').map(({ from, to }) => [from.hostname, to.hostname]));
  return text =>
    text
      .replace(/(?<=:)\d{1,5}(?!\d)/g, port => ports.get(port) ?? port)
      .replace(/127\.0\.0\.\d+(?![\d:])/g, address => addresses.get(address) ?? address)
      .replace(/\brun=\d+/g, 'run=1')
      .replace(REPEATED, (run, character: string) => `⟨${character}×${run.length}⟩`);
};

/** Names for ids, in the order in which they are first met. */
const createNames = <Id extends string | number>(nameOf: (count: number) => Id): ((id: Id) => Id) => {
  const names = new Map<Id, Id>();
  return id => {
    const name = names.get(id) ?? nameOf(names.size + 1);
    names.set(id, name);
    return name;
  };
};

const rewritten = (value: unknown, rewrite: Rewrite): unknown => {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map(item => rewritten(item, rewrite));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item, rewrite)]));
};

const isCorsLine = ({ name }: Header): boolean => name.toLowerCase().startsWith('access-control-');

/** Whether it makes a difference that lines are known apart: which of the others come in time is a race. */
const tellsMore = (lines: Headers): boolean =>
  lines.some(({ value }) => value.includes(',')) || new Set(lines.map(({ name }) => name)).size < lines.length;

/** The raw lines that the network log supplied, of each answer that webRequest gives joined. */
const rawLines = (exchange: Exchange) =>
  exchange.hops.flatMap((hop, index) =>
    [hop.response, ...hop.preflights.map(({ response }) => response)].flatMap((response, position) => {
      const lines = response?.linesKnown ? response.headers.filter(isCorsLine) : [];
      return tellsMore(lines) ? [{ hop: index, preflight: position === 0 ? null : position - 1, lines }] : [];
    }),
  );

/** What an exchange finally had beside webRequest's events; null where nothing. */
const evidenceOf = (exchange: Exchange, areLinesKnown: boolean) => {
  const { timing } = exchange;
  // Firefox's log says nothing but the lines.
  const log = Object.values(exchange.log ?? {}).every(value => value === null) ? null : exchange.log;
  const lines = areLinesKnown ? [] : rawLines(exchange);
  return timing === null && log === null && lines.length === 0 ? null : { timing, log, lines };
};

const linesOf = ({ id, events, exchanges }: RecordedCase, rewrite: Rewrite, areLinesKnown: boolean, ids: FileIds): readonly object[] => {
  const requestName = createNames<string>(count => String(count));
  const recorded = events.map(({ event, details }, index) => {
    const { documentId, parentDocumentId, frameId, parentFrameId, tabId, ...rest } = details as RecordedEvent['details'] & {
      readonly parentDocumentId?: string;
      readonly parentFrameId?: number;
    };
    return {
      case: id,
      event,
      details: {
        ...(rewritten(rest, rewrite) as object),
        requestId: requestName(details.requestId),
        tabId: tabId === -1 ? tabId : TAB,
        frameId: ids.frame(frameId),
        ...(parentFrameId === undefined ? {} : { parentFrameId: ids.frame(parentFrameId) }),
        ...(documentId === undefined ? {} : { documentId: ids.document(documentId) }),
        ...(parentDocumentId === undefined ? {} : { parentDocumentId: ids.document(parentDocumentId) }),
        timeStamp: index + 1,
      },
    };
  });
  const known = new Set(events.map(({ details }) => details.requestId));
  const evidence = exchanges.flatMap(exchange => {
    const found = known.has(exchange.id) ? evidenceOf(exchange, areLinesKnown) : null;
    return found === null ? [] : [{ case: id, evidence: { requestId: requestName(exchange.id), ...(rewritten(found, rewrite) as object) } }];
  });
  // What webRequest never told of is known from the network log alone.
  const unsent = exchanges
    .filter(({ id: exchangeId, hops }) => exchangeId.startsWith('log-') && hops[0]?.url.includes(`/case/${id}?`))
    .map(exchange => ({
      case: id,
      unsent: { ...(rewritten(exchange, rewrite) as object), id: 'log', tabId: TAB, startedAt: 1, endedAt: 1 },
    }));
  return [...recorded, ...evidence, ...unsent];
};

interface FileIds {
  readonly document: (id: string) => string;
  readonly frame: (id: number) => number;
}

/** One file's text: what it is, then every event, then what else was known of each exchange, case by case. */
export const writeRecording = (header: RecordingHeader, cases: readonly RecordedCase[], origins: ReadonlyMap<Role, string>): string => {
  const rewrite = createRewrite(origins);
  const frameName = createNames<number>(count => count);
  const ids: FileIds = { document: createNames<string>(count => `D${count}`), frame: id => (id <= 0 ? id : frameName(id)) };
  const areLinesKnown = header.browser.startsWith('Chromium');
  const lines = cases.flatMap(each => linesOf(each, rewrite, areLinesKnown, ids));
  return [header, ...lines].map(line => `${JSON.stringify(line)}\n`).join('');
};
