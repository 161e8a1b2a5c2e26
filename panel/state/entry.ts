import type { ReadonlySignal } from '@preact/signals';
import type { Exchange, Explanation, Hop, Verdict } from '../../src/model.ts';

/** How the tab sorts exchanges; `blocked` also holds those that failed for another reason than CORS. */
export type Standing = 'blocked' | 'allowed' | 'pending' | 'cancelled' | 'unknown';

/** One exchange, judged. Its explanation, and what the search looks through, are worked out when first asked for, and once. */
export interface Entry {
  readonly id: string;
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  /** null where nothing is broken, and until what explains is loaded. */
  readonly explanation: Explanation | null;
  readonly standing: Standing;
  /** What the search looks through, in lower case. */
  readonly haystack: string;
}

export interface Judges {
  readonly evaluate: (exchange: Exchange) => Verdict;
  /** null until what explains is loaded. */
  readonly explain: ReadonlySignal<((exchange: Exchange, verdict: Verdict) => Explanation) | null>;
}

/** How much of each URL the search looks through, so that a page of 100 kB URLs stays searchable. */
const SEARCHED_URL_LENGTH = 2_000;

function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | null = null;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function standingOf(verdict: Verdict): Standing {
  const { result } = verdict.outcome;
  return result === 'unknown' && verdict.failures.length > 0 ? 'blocked' : result;
}

export function firstHop(exchange: Exchange): Hop {
  const [hop] = exchange.hops;
  if (hop === undefined) throw new TypeError('an exchange without a hop');
  return hop;
}

export function createEntry(exchange: Exchange, judges: Judges): Entry {
  const verdict = judges.evaluate(exchange);
  let explanation: Explanation | null = null;
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
  return {
    id: exchange.id,
    exchange,
    verdict,
    standing: standingOf(verdict),
    get explanation() {
      const explain = verdict.failures.length > 0 ? judges.explain.value : null;
      explanation ??= explain?.(exchange, verdict) ?? null;
      return explanation;
    },
    get haystack() {
      return haystack();
    },
  };
}

/** Navigations and WebSockets cross origins too, but no CORS rule applies to them. */
export function isListed({ verdict }: Entry): boolean {
  return verdict.crossOrigin && verdict.mode.value !== 'navigate' && verdict.mode.value !== 'websocket';
}
