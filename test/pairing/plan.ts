/** What is asked for, and what becomes of it: random, and the same for the same seed. */
import fc from 'fast-check';

/** Who asks: the page, a frame of its origin, one of another, a dedicated worker. */
export type Requester = 'page' | 'frame' | 'other-frame' | 'worker';

export interface PlannedRequest {
  readonly requester: Requester;
  /** Which of the URLs. */
  readonly target: number;
  readonly method: string;
  /** Names alone tell one preflight from another: no value is ever sent ahead. */
  readonly headers: readonly string[];
  /** When the page gives it up, counted from when it asks or, in Chromium, from when the browser knows of all; null where it waits. */
  readonly abortAfterMs: number | null;
}

/** What a server does with a message: `refuse` breaks a rule of CORS, `cut` ends the connection without a word. */
export type Fate =
  | { readonly does: 'allow' | 'refuse' | 'fail' | 'cut'; readonly delayMs: number }
  /** Sends elsewhere: the hop there has a preflight of its own. */
  | { readonly does: 'redirect'; readonly delayMs: number; readonly target: number };

export interface Plan {
  readonly requests: readonly PlannedRequest[];
  /** Of preflights and of requests, in the order in which they come to the servers. From the start again where they are used up. */
  readonly preflightFates: readonly Fate[];
  readonly requestFates: readonly Fate[];
}

export const TARGETS = 20;
const DELAY_MAX_MS = 60;
/** About as long as all of them take together. */
const ABORT_MAX_MS = 5_000;

/** Arbitrary values, each as often as its weight says. */
const weighted = <T>(...choices: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const target = fc.nat(TARGETS - 1);
const delayMs = fc.nat(DELAY_MAX_MS);

/** Most are alike in everything: those are the hard ones. */
const planned: fc.Arbitrary<PlannedRequest> = fc
  .record({
    requester: weighted<Requester>([7, 'page'], [1, 'frame'], [1, 'other-frame'], [1, 'worker']),
    target,
    method: weighted([6, 'PUT'], [1, 'DELETE'], [1, 'PATCH'], [1, 'GET'], [1, 'OPTIONS']),
    headers: weighted([6, []], [1, ['x-a']], [1, ['x-b']], [1, ['x-a', 'x-b']], [1, ['x-a', 'x-b', 'x-c']]),
    abortAfterMs: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(ABORT_MAX_MS) }),
  })
  // One of the page's own that is given up before its preflight is sent looks like the preflight: the truth could not be told.
  .map(request => (request.method === 'OPTIONS' ? { ...request, abortAfterMs: null } : request));

const fate = (...does: readonly (readonly [number, 'allow' | 'refuse' | 'fail' | 'cut'])[]): fc.Arbitrary<Fate> =>
  fc.record({ does: weighted(...does), delayMs });
const redirect: fc.Arbitrary<Fate> = fc.record({ does: fc.constant('redirect' as const), delayMs, target });

const preflightFate = fate([16, 'allow'], [1, 'refuse'], [1, 'fail'], [2, 'cut']);
const requestFate = fc.oneof(
  { weight: 6, arbitrary: fate([14, 'allow'], [1, 'refuse'], [1, 'fail'], [1, 'cut']) },
  { weight: 1, arbitrary: redirect },
);

export const createPlan = (seed: number, count: number): Plan => ({
  requests: fc.sample(planned, { seed, numRuns: count }),
  preflightFates: fc.sample(preflightFate, { seed: seed + 1, numRuns: count }),
  requestFates: fc.sample(requestFate, { seed: seed + 2, numRuns: count }),
});
