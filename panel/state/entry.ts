import type { ReadonlySignal } from '@preact/signals';
import { originOfUrl } from '../../src/cors/origin.ts';
import type { AnswersOf, KnownAnswers } from '../../src/explain/known-answers.ts';
import type { Exchange, Explanation, Verdict } from '../../src/model.ts';
import { endpointOf } from '../../src/report/endpoint.ts';
import { firstHop } from '../first-hop.ts';
import { once } from '../once.ts';
import { groupKeyOf } from './group-key.ts';
import { type Properties, propertiesOf } from './properties.ts';
import { type Standing, standingOf } from './standing.ts';

export { firstHop } from '../first-hop.ts';
export type { Standing } from './standing.ts';

/** One exchange, judged. Its explanation, and what the search looks through, are worked out when first asked for. */
export interface Entry {
  readonly id: string;
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  /** null where nothing is broken, and until what explains is loaded. */
  readonly explanation: Explanation | null;
  readonly standing: Standing;
  /** The same for all that stand in one row of the list. */
  readonly groupKey: string;
  /** What the page asked for, without the query and with `{id}` for each id of its path. */
  readonly endpoint: string;
  /** What each field of the search looks at. */
  readonly properties: () => Properties;
  /** What the search looks through, in lower case. */
  readonly haystack: string;
}

export interface Judges {
  readonly evaluate: (exchange: Exchange) => Verdict;
  /** null until what explains is loaded. */
  readonly explain: ReadonlySignal<((exchange: Exchange, verdict: Verdict, answersOf: AnswersOf) => Explanation) | null>;
}

/** How much of each URL the search looks through, so that a page of 100 kB URLs stays searchable. */
const SEARCHED_URL_LENGTH = 2_000;

/** @param known what else was recorded: an explanation is made anew once more is known */
export function createEntry(exchange: Exchange, judges: Judges, known: KnownAnswers): Entry {
  const verdict = judges.evaluate(exchange);
  let explanation: Explanation | null = null;
  let explainedAt = -1;
  const haystack = once(() =>
    [
      ...exchange.hops.map(hop => `${hop.method} ${hop.url.slice(0, SEARCHED_URL_LENGTH)}`),
      verdict.origin.value.slice(0, SEARCHED_URL_LENGTH),
      ...verdict.failures.map(failure => failure.code),
      exchange.type,
    ]
      .join(' ')
      .toLowerCase(),
  );
  const properties = once(() => propertiesOf(exchange, verdict));
  const standing = standingOf(verdict);
  return {
    id: exchange.id,
    exchange,
    verdict,
    standing,
    groupKey: groupKeyOf(exchange, verdict, standing),
    endpoint: endpointOf(firstHop(exchange).url),
    properties,
    get explanation() {
      const explain = verdict.failures.length > 0 ? judges.explain.value : null;
      const revision = known.revision(originOfUrl(exchange.hops[verdict.failures[0]?.hop ?? 0]?.url ?? ''));
      if (explain === null || explainedAt === revision) return explanation;
      explainedAt = revision;
      explanation = explain(exchange, verdict, known.of);
      return explanation;
    },
    get haystack() {
      return haystack();
    },
  };
}

/** Navigations and WebSockets cross origins too, but no CORS rule applies to them: of sockets, those are listed that were not opened. */
export function isListed({ verdict }: Entry): boolean {
  return verdict.crossOrigin && verdict.mode.value !== 'navigate' && (verdict.mode.value !== 'websocket' || verdict.failures.length > 0);
}
