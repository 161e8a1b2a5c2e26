/** Random exchanges: what a page asks, what the servers of a redirect chain answer, and what the browser remembers by then. */
import fc from 'fast-check';
import { type Deviations, type OracleVerdict, playOracle } from '../oracle.ts';
import { type Answer, PLAIN, plainAnswer, preflightAnswer, ROUGH, ROUGH_HEADS, redirectAnswer, type Style, seldom } from './answers.ts';
import { type Asked, asked, plainlyAsked, TELLS_THE_PAGE } from './asked.ts';
import { type Before, before } from './before.ts';
import { isMixedContent } from './places.ts';

export interface Station {
  readonly preflight: Answer;
  readonly answer: Answer;
}

export interface Scenario {
  readonly asked: Asked;
  /** What the server says at each URL of the chain; the last repeats itself. */
  readonly stations: readonly Station[];
  /** What was asked of the first URL before, and answered otherwise; null for nothing. */
  readonly before: Before | null;
}

/** The redirects of one chain: none mostly, five at most. */
const REDIRECTS_MAX = 5;

const stationsFor = (request: Asked, style: Style): fc.Arbitrary<readonly Station[]> => {
  const station = (answer: fc.Arbitrary<Answer>): fc.Arbitrary<Station> => fc.record({ preflight: preflightAnswer(request, style), answer });
  const redirects = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(station(redirectAnswer(request, request.page, style)), { minLength: 1, maxLength: REDIRECTS_MAX }) },
  );
  return fc.tuple(redirects, station(plainAnswer(request, style))).map(([detour, last]) => [...detour, last]);
};

/** What the CORS protocol alone decides. */
export const plainScenarios: fc.Arbitrary<Scenario> = plainlyAsked.chain(request =>
  stationsFor(request, PLAIN).map(stations => ({ asked: request, stations, before: null })),
);

/** From a public page, and of what may not be asked for, nothing passes that could be remembered. */
const earlierThan = (request: Asked): fc.Arbitrary<Before | undefined> =>
  request.from === 'public-frame' || isMixedContent(request.page, request.url) ? fc.constant(undefined) : seldom(before(request), 4);

/** What browsers meet with. */
export const scenarios: fc.Arbitrary<Scenario> = asked.chain(request =>
  fc
    .tuple(stationsFor(request, TELLS_THE_PAGE.has(request.by) ? ROUGH : ROUGH_HEADS), earlierThan(request))
    .map(([stations, earlier]) => ({ asked: request, stations, before: earlier ?? null })),
);

/** What both engines do against the standard (see ENGINES in src/cors/engines.ts). */
const DEVIATIONS: Deviations = { authorizationCoveredByWildcard: true, userinfoRefusedEverywhere: false };

/** What the standard makes of a scenario. */
export const playScenario = ({ asked: request, stations }: Scenario, deviations = DEVIATIONS): OracleVerdict => {
  const station = (hop: number) => stations[Math.min(hop, stations.length - 1)] as Station;
  return playOracle(request, { preflight: hop => station(hop).preflight, answer: hop => station(hop).answer }, deviations);
};
