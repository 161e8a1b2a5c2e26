/** Whether the fix that a report offers lets the same request through at the first try, and whether all of it is needed. */
import type { Engine } from '../../src/launch/inspected-browser.ts';
import type { Exchange, HeaderEdit, ReportFailure, ResponseSeen } from '../../src/model.ts';
import type { Line } from '../oracle.ts';
import { type Answer, NEXT } from './answers.ts';
import { TELLS_THE_PAGE } from './asked.ts';
import { browserWord } from './compare.ts';
import { lastOf, type Played, type Player } from './play.ts';
import type { Result } from './run.ts';
import { playScenario, type Scenario, type Station } from './scenarios.ts';

type Fix = NonNullable<ReportFailure['fix']>;
/** One line, or one status, of a fix. */
type Part = { readonly edit: HeaderEdit } | { readonly status: Fix['statuses'][number] };

export interface Trial {
  readonly scenario: Scenario;
  readonly fix: Fix;
  /** What was left out; null for the whole fix. */
  readonly without: Part | null;
  /** Whether the fix serves both credentials modes, of which one may need less. */
  readonly servesBoth: boolean;
}

export interface Tried {
  readonly trial: Trial;
  readonly played: Played;
  /** Whether the browser did as it should: let the whole fix through, and stopped what a part of it was left out of. */
  readonly isRight: boolean;
}

const UNSEEN: Answer = { status: 200, lines: [] };

/** Of an answer that was never seen, a fix can only say what it needs. */
const known = (seen: ResponseSeen | null, answer: Answer): Answer => (seen === null || seen.status === 0 ? UNSEEN : answer);

/** The answers that the extension saw, and nothing for those that it did not. */
const seenStations = ({ hops }: Exchange, stations: readonly Station[]): readonly Station[] =>
  Array.from({ length: Math.max(hops.length, stations.length) }, (_, index) => {
    const station = stations[Math.min(index, stations.length - 1)] as Station;
    const hop = hops[index];
    return { preflight: known(hop?.preflights.at(-1)?.response ?? null, station.preflight), answer: known(hop?.response ?? null, station.answer) };
  });

/** What the next URL of a chain was called when it was played. */
const PLAYED = /\/[dcp]\/x\d+\/\d+/;

const withLine = (answer: Answer, name: string, value: string): Answer => {
  const others = answer.lines.filter(([each]) => each.toLowerCase() !== name.toLowerCase());
  return { ...answer, lines: [...others, [name, value] satisfies Line] };
};

const withPart = (stations: readonly Station[], part: Part, canonical: (text: string) => string): readonly Station[] => {
  const place = 'edit' in part ? part.edit : { ...part.status, target: 'preflight' as const };
  return stations.map((station, index) => {
    if (index !== place.hop) return station;
    const key = place.target === 'preflight' ? 'preflight' : 'answer';
    const answer = station[key];
    return {
      ...station,
      [key]:
        'edit' in part
          ? withLine(answer, part.edit.name, canonical(part.edit.value).replace(PLAYED, NEXT))
          : { ...answer, status: part.status.status },
    };
  });
};

const partsOf = ({ edits, statuses }: Fix): readonly Part[] => [...edits.map(edit => ({ edit })), ...statuses.map(status => ({ status }))];

/** No browser looks at Vary. */
const isChecked = (part: Part): boolean => !('edit' in part) || part.edit.name !== 'Vary';

const hasCut = ({ stations }: Scenario): boolean => stations.some(({ preflight, answer }) => preflight.cut !== undefined || answer.cut !== undefined);

/** Whether it takes a server that speaks TLS as well. */
const isSentToHttp = ({ problems }: ReportFailure): boolean => problems.some(({ code }) => code === 'redirect-insecure');

/** A failure of CORS of which nothing but the answers is to blame. */
const failureOf = ({ played }: Result): ReportFailure | null => {
  const [failure] = played.failures;
  return failure?.isCors && !isSentToHttp(failure) && played.scenario.before === null && !hasCut(played.scenario) ? failure : null;
};

/** Where the browser says "null" of who asks, no answer that may be recommended serves a request with credentials: the fix says so. */
const isOutOfReach = ({ played }: Result, { edits }: Fix): boolean =>
  played.scenario.asked.credentials === 'include' && edits.some(({ name, value }) => name === 'Access-Control-Allow-Origin' && value === '*');

/** The whole fix of a failure, and the fix without one part of it, another each time. */
export const trialsOf = (result: Result, canonical: (text: string) => string): readonly Trial[] => {
  const failure = failureOf(result);
  const exchange = lastOf(result.played.exchanges);
  if (!failure?.fix || exchange === undefined) return [];
  const { fix } = failure;
  if (isOutOfReach(result, fix)) return [];
  const parts = partsOf(fix);
  const needed = parts.filter(isChecked);
  const left = needed[result.index % needed.length] ?? null;
  const { scenario } = result.played;
  const stations = seenStations(exchange, scenario.stations);
  const trial = (without: Part | null): Trial => ({
    scenario: { ...scenario, stations: parts.filter(part => part !== without).reduce((all, part) => withPart(all, part, canonical), stations) },
    fix,
    without,
    servesBoth: failure.request.credentials.basis === 'assumed',
  });
  return left === null ? [trial(null)] : [trial(null), trial(left)];
};

export const tryFixes = async (engine: Engine, player: Player, trials: readonly Trial[]): Promise<readonly Tried[]> => {
  const played = await player.play(trials.map(({ scenario }) => scenario));
  return trials.map((trial, index) => {
    const each = played[index] as Played;
    const { isBlocked } = browserWord(engine, each);
    // Of an element or an EventSource, an answer that is no content fails too, and nobody says that CORS stopped it first.
    const isUntold = !isBlocked && (each.outcome === null || !TELLS_THE_PAGE.has(each.scenario.asked.by)) && each.outcome?.result !== 'readable';
    return { trial, played: each, isRight: trial.without === null ? !isBlocked : isBlocked || isUntold || trial.servesBoth };
  });
};

/** What a server that allows everything would answer. */
const allowAll = ({ asked }: Scenario, answer: Answer, origin: string, isPreflight: boolean): Answer => ({
  status: isPreflight ? 204 : answer.status,
  lines: [
    ...answer.lines.filter(([name]) => name === 'Location'),
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', `${asked.method}, GET`],
    ['Access-Control-Allow-Headers', asked.headers.map(([name]) => name).join(', ')],
  ],
});

/** Whether an answer that names the page, or (without credentials) anybody, would do, and none is offered. */
export const lacksFix = (result: Result): boolean => {
  const failure = failureOf(result);
  const exchange = lastOf(result.played.exchanges);
  if (failure === null || failure.fix !== null || exchange === undefined) return false;
  // A request that would be redirected to another origin had better ask there; where the network failed besides, no header helps.
  if (failure.problems.some(({ code, stage }) => code === 'preflight-redirect' || stage === 'network')) return false;
  const { scenario } = result.played;
  const seen = seenStations(exchange, scenario.stations);
  return (scenario.asked.credentials === 'include' ? [scenario.asked.origin] : ['*'])
    .filter(origin => origin !== 'null')
    .some(origin => {
      const stations = seen.map(({ preflight, answer }) => ({
        preflight: allowAll(scenario, preflight, origin, true),
        answer: allowAll(scenario, answer, origin, false),
      }));
      return playScenario({ ...scenario, stations }).stoppedAt === null;
    });
};
