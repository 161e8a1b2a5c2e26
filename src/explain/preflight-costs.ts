/** What the preflights of a page cost, and what a longer Access-Control-Max-Age would have saved of it. */
import type { Engine } from '../cors/engines.ts';
import { getHeader } from '../cors/header-values.ts';
import {
  createPreflightCache,
  PREFLIGHT_CACHES,
  type PreflightCacheRow,
  type PreflightLeave,
  type PreflightQuestion,
  rememberedSeconds,
} from '../cors/preflight-cache.ts';
import { requestedHeaderNames, requestedMethod } from '../cors/preflight-seen.ts';
import type { Exchange, Hop, PreflightSeen, Verdict } from '../model.ts';
import { judgedHeaders, listOf } from './read.ts';

/** Preflights, and for how long requests waited for their answers, in milliseconds: the sum, also of those that waited side by side. */
export interface Cost {
  readonly count: number;
  readonly waiting: number;
}

/** One preflight in time. */
export interface PreflightSpan {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** In milliseconds; 0 while there is no answer. */
  readonly waiting: number;
}

export interface EndpointCost extends Cost {
  /** What `nameOf` calls it. Hostile text. */
  readonly endpoint: string;
  readonly savable: Readonly<Record<Engine, Cost>>;
  /** The Access-Control-Max-Age of its last answer; null without one. Hostile text. */
  readonly maxAge: string | null;
  /** Whether any answer let a request go: no other is remembered. */
  readonly isAllowed: boolean;
  /** In the order in which they were sent. */
  readonly spans: readonly PreflightSpan[];
}

export interface PreflightCosts extends Cost {
  /** What each engine would not have asked, had every answer allowed it to remember for as long as the engine does at most. */
  readonly savable: Readonly<Record<Engine, Cost>>;
  /** Asked although an answer that still held was there: the browser was told to use no cache, as with DevTools' “Disable cache”. */
  readonly repeated: Cost;
  /** The one that cost the most waiting first. */
  readonly endpoints: readonly EndpointCost[];
}

interface Asked {
  readonly question: PreflightQuestion;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly maxAge: string | null;
  /** null where the answer is none to remember. */
  readonly leave: PreflightLeave | null;
}

type Judged = { readonly exchange: Exchange; readonly verdict: Verdict };

const NOTHING: Cost = { count: 0, waiting: 0 };
const plus = (cost: Cost, waiting: number): Cost => ({ count: cost.count + 1, waiting: cost.waiting + waiting });

const waitingOf = ({ startedAt, endedAt }: Pick<Asked, 'startedAt' | 'endedAt'>): number => (endedAt === null ? 0 : Math.max(0, endedAt - startedAt));

/** Only the last of a hop's preflights lets the request go; one that was refused or went unanswered lets none. */
function leaveOf(preflight: PreflightSeen, hop: Hop, isRefused: boolean): PreflightLeave | null {
  const { response, error } = preflight;
  if (isRefused || error !== null || response === null || response.status < 200 || response.status > 299 || preflight !== hop.preflights.at(-1))
    return null;
  const headers = judgedHeaders(response);
  return {
    methods: listOf(headers, 'access-control-allow-methods'),
    headerNames: listOf(headers, 'access-control-allow-headers').map(name => name.toLowerCase()),
  };
}

function* askedBy({ exchange, verdict }: Judged): Generator<Asked, void, undefined> {
  for (const [index, hop] of exchange.hops.entries()) {
    const isRefused = verdict.failures.some(failure => failure.hop === index && failure.stage === 'preflight');
    for (const preflight of hop.preflights) {
      const { url, requestHeaders, response, startedAt, endedAt } = preflight;
      const sent = requestHeaders === null ? null : getHeader(requestHeaders, 'origin');
      const origin = sent ?? verdict.hopOrigins[index] ?? verdict.origin.value;
      yield {
        question: {
          // Of two pages without an origin, none has the other's leave.
          origin: origin === 'null' ? `null ${exchange.documentId ?? exchange.frameId}` : origin,
          url: url.replace(/#.*$/s, ''),
          includesCredentials: verdict.credentials.value === 'include',
          method: requestedMethod(preflight, hop),
          headerNames: requestedHeaderNames(preflight),
        },
        startedAt,
        endedAt,
        maxAge: response === null ? null : getHeader(judgedHeaders(response), 'access-control-max-age'),
        leave: leaveOf(preflight, hop, isRefused),
      };
    }
  }
}

/**
 * Plays the preflights to an engine's cache, and gives those that it would not have asked. `asked` in the order of their
 * beginnings; `secondsFor`: how long an answer is remembered; `keeps`: whether what is covered is asked, and answered, all the same.
 */
function coveredOf(
  asked: readonly Asked[],
  row: PreflightCacheRow,
  secondsFor: (asked: Asked) => number,
  keeps: (asked: Asked) => boolean,
): ReadonlySet<Asked> {
  const cache = createPreflightCache(row);
  const covered = new Set<Asked>();
  let unanswered: { readonly asked: Asked; readonly leave: PreflightLeave; readonly endedAt: number }[] = [];
  const answerUntil = (time: number): void => {
    const due = unanswered.filter(({ endedAt }) => endedAt <= time).sort((a, b) => a.endedAt - b.endedAt);
    unanswered = unanswered.filter(({ endedAt }) => endedAt > time);
    for (const { asked, leave, endedAt } of due) cache.remember(asked.question, leave, endedAt + secondsFor(asked) * 1_000);
  };
  for (const each of asked) {
    answerUntil(each.startedAt);
    const isCovered = cache.covers(each.question, each.startedAt);
    if (isCovered) covered.add(each);
    const { leave, endedAt } = each;
    if ((!isCovered || keeps(each)) && leave !== null && endedAt !== null) unanswered.push({ asked: each, leave, endedAt });
  }
  return covered;
}

const costOf = (asked: Iterable<Asked>): Cost => {
  let cost = NOTHING;
  for (const each of asked) cost = plus(cost, waitingOf(each));
  return cost;
};

/**
 * What the preflights of these exchanges cost. Which of them a longer Access-Control-Max-Age would have saved is found by
 * playing them to a cache of each engine's kind. That the same address is asked the same way by the same site throughout is
 * taken for granted (caches are kept apart by site too), and that nothing empties the cache meanwhile.
 *
 * @param engine the browser in which they were recorded
 * @param nameOf what the endpoint of a URL is called
 */
export function preflightCosts(exchanges: readonly Judged[], engine: Engine, nameOf: (url: string) => string): PreflightCosts {
  const asked = exchanges.flatMap(exchange => [...askedBy(exchange)]).sort((a, b) => a.startedAt - b.startedAt);
  const own = PREFLIGHT_CACHES[engine];
  const repeated = coveredOf(
    asked,
    own,
    ({ maxAge }) => rememberedSeconds(maxAge, own),
    () => true,
  );
  const isRepeated = (each: Asked): boolean => repeated.has(each);
  const savableBy = (by: Engine): ReadonlySet<Asked> => {
    const row = PREFLIGHT_CACHES[by];
    const covered = coveredOf(asked, row, () => row.maxAgeCap, isRepeated);
    return new Set([...covered].filter(each => !isRepeated(each)));
  };
  const savable = mapEngines(savableBy);
  const byEndpoint = new Map<string, Asked[]>();
  for (const each of asked) {
    const endpoint = nameOf(each.question.url);
    const group = byEndpoint.get(endpoint);
    if (group === undefined) byEndpoint.set(endpoint, [each]);
    else group.push(each);
  }
  const endpoints = [...byEndpoint].map(
    ([endpoint, group]): EndpointCost => ({
      ...costOf(group),
      endpoint,
      savable: mapEngines(by => costOf(group.filter(each => savable[by].has(each)))),
      maxAge: group.at(-1)?.maxAge ?? null,
      isAllowed: group.some(({ leave }) => leave !== null),
      spans: group.map(each => ({ startedAt: each.startedAt, waiting: waitingOf(each) })),
    }),
  );
  return {
    ...costOf(asked),
    savable: mapEngines(by => costOf(savable[by])),
    repeated: costOf(repeated),
    endpoints: endpoints.sort((a, b) => b.waiting - a.waiting || b.count - a.count),
  };
}

const mapEngines = <T>(make: (engine: Engine) => T): Readonly<Record<Engine, T>> => ({ chromium: make('chromium'), firefox: make('firefox') });
