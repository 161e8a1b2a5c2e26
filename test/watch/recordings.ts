/** The recordings that `npm run record` makes: what webRequest really said of every case of the demo, in both browsers. */
import fs from 'node:fs';
import type { Exchange, Headers, LogEvidence, ResponseSeen, TimingEvidence } from '../../src/model.ts';
import type { EventName, RequestDetails } from '../../src/watch/observe.ts';
import { CASES } from '../demo/cases/index.ts';
import { fillAll } from '../demo/fill.ts';
import type { DemoCase, Engine } from '../demo/model.ts';
import { PLACES } from './places.ts';

export interface RecordedEvent {
  readonly event: EventName;
  readonly details: RequestDetails;
}

/** What an exchange finally had beside the events. */
export interface RecordedEvidence {
  readonly requestId: string;
  readonly timing: TimingEvidence | null;
  readonly log: LogEvidence | null;
  /** Lines of answers that webRequest joined; `preflight` is an index, null for the answer to the request itself. */
  readonly lines: readonly { readonly hop: number; readonly preflight: number | null; readonly lines: Headers }[];
}

export interface RecordedCase {
  readonly engine: Engine;
  /** The file's name, without directory. */
  readonly file: string;
  /** The case, with the origins of the recording filled in. */
  readonly demo: DemoCase;
  readonly events: readonly RecordedEvent[];
  readonly evidence: readonly RecordedEvidence[];
  /** Exchanges of requests that webRequest never showed. */
  readonly unsent: readonly Exchange[];
}

export const DIRECTORY = new URL('../fixtures/events/', import.meta.url);
export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

type Line =
  | { readonly browser: string; readonly command: string }
  | ({ readonly case: string } & (RecordedEvent | { readonly evidence: RecordedEvidence } | { readonly unsent: Exchange }));

/** A character that was repeated many times stands there once, with its count. */
const expanded = (text: string): string => text.replace(/⟨(.)×(\d+)⟩/gsu, (_, character: string, count: string) => character.repeat(Number(count)));

export const filesOf = (engine: Engine): readonly string[] => fs.readdirSync(new URL(`${engine}/`, DIRECTORY)).sort();

export const readLines = (engine: Engine, file: string): readonly string[] =>
  fs
    .readFileSync(new URL(`${engine}/${file}`, DIRECTORY), 'utf8')
    .trimEnd()
    .split('\n');

const VALUES = new Map([...PLACES].flatMap(([role, origin]) => [[role, origin] as const, [`${role}-port`, new URL(origin).port] as const]));

/** The case as it was served when it was recorded. */
const served = (id: string): DemoCase => {
  const found = CASES.find(each => each.id === id);
  if (found === undefined) throw new Error(`The recordings have a case that the demo does not: ${id}. Record again.`);
  return fillAll(found, new Map([...VALUES, ['id', id], ['run', '1']]));
};

const readFile = (engine: Engine, file: string): readonly RecordedCase[] => {
  const lines = readLines(engine, file).map(line => JSON.parse(expanded(line)) as Line);
  const ofCases = lines.flatMap(line => ('case' in line ? [line] : []));
  return [...new Set(ofCases.map(line => line.case))].map(id => {
    const own = ofCases.filter(line => line.case === id);
    return {
      engine,
      file,
      demo: served(id),
      events: own.flatMap(line => ('event' in line ? [line] : [])),
      evidence: own.flatMap(line => ('evidence' in line ? [line.evidence] : [])),
      unsent: own.flatMap(line => ('unsent' in line ? [line.unsent] : [])),
    };
  });
};

export const RECORDINGS: readonly RecordedCase[] = ENGINES.flatMap(engine => filesOf(engine).flatMap(file => readFile(engine, file)));

const withLines = (response: ResponseSeen | null, lines: Headers | undefined): ResponseSeen | null => {
  if (response === null || lines === undefined) return response;
  const others = response.headers.filter(({ name }) => !name.toLowerCase().startsWith('access-control-'));
  return { ...response, headers: [...others, ...lines], linesKnown: true };
};

/** An exchange with the evidence that it finally had. */
export const withEvidence = (exchange: Exchange, evidence: readonly RecordedEvidence[]): Exchange => {
  const found = evidence.find(({ requestId }) => requestId === exchange.id);
  if (found === undefined) return exchange;
  const linesOf = (hop: number, preflight: number | null): Headers | undefined =>
    found.lines.find(entry => entry.hop === hop && entry.preflight === preflight)?.lines;
  return {
    ...exchange,
    timing: found.timing,
    log: found.log,
    hops: exchange.hops.map((hop, index) => ({
      ...hop,
      response: withLines(hop.response, linesOf(index, null)),
      preflights: hop.preflights.map((preflight, position) => ({
        ...preflight,
        response: withLines(preflight.response, linesOf(index, position)),
      })),
    })),
  };
};

/** The same recording as if its requests had other ids: what several recordings need to be played at once. */
export const withIds = (recorded: RecordedCase, prefix: string): RecordedCase => ({
  ...recorded,
  events: recorded.events.map(({ event, details }) => ({ event, details: { ...details, requestId: `${prefix}${details.requestId}` } })),
  evidence: recorded.evidence.map(each => ({ ...each, requestId: `${prefix}${each.requestId}` })),
});
