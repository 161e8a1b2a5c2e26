/** How many webRequest events are watched, paired and judged per second of one core. */
import { evaluate } from '../../src/cors/evaluate.ts';
import type { Exchange } from '../../src/model.ts';
import { isSettled } from '../../src/watch/exchange.ts';
import { observe } from '../../src/watch/observe.ts';
import { createPairing, type Pairing } from '../../src/watch/pair.ts';
import { type Figure, median, medianRange } from './figure.ts';
import { collectGarbage } from './garbage.ts';
import { createTraffic, refusedAmong, type TrafficEvent } from './traffic.ts';

const EVENTS_PER_SECOND_MIN = 200_000;
const EXCHANGES = 4_000;
/** Exchanges that the worker has recorded before. */
const RECORDED = 48;
const WARM_UP_ROUNDS = 5;
const ROUNDS = 25;
/**
 * Events handed over at once: few enough that they are in the processor's cache still, and that a collection has few to copy,
 * as with an event that has just arrived alone.
 */
const BATCH = 100;

/**
 * Fresh strings for every event, as the browser hands them over: one that was met before would have its hash already.
 * Not by v8.deserialize, whose deserializers live on, with every event that they made, until the collector finalizes them: in our time.
 */
const arrive = ({ name, details }: TrafficEvent): TrafficEvent => ({ name, details: structuredClone(details) });

interface Judged {
  readonly exchanges: number;
  readonly blocked: number;
  /** Microseconds of processor time: wall time would count what else the machine does. */
  readonly time: number;
}

/**
 * A worker that records has one pairing for as long as it runs, and exchanges in every state. Had it none between two rounds, the
 * collection there would let V8 throw away what it has compiled for them: every round would measure the compiler anew.
 */
interface Worker {
  readonly pairing: Pairing;
  readonly recording: readonly Exchange[];
}

const startWorker = (): Worker => {
  const pairing = createPairing({ linesKnown: true });
  const events = createTraffic(RECORDED).map(arrive);
  return { pairing, recording: events.flatMap(({ name, details }) => pairing.observe(observe(name, details))) };
};

/** `judgesEveryChange`: as a tab that shows every event at once would; else each exchange once, when it has ended. */
const replay = ({ pairing }: Worker, traffic: readonly TrafficEvent[], judgesEveryChange: boolean): Judged => {
  let exchanges = 0;
  let blocked = 0;
  let time = 0;
  const take = ({ name, details }: TrafficEvent): void => {
    for (const exchange of pairing.observe(observe(name, details))) {
      const hasEnded = isSettled(exchange);
      if (!hasEnded && !judgesEveryChange) continue;
      const { outcome, failures } = evaluate(exchange, 'chromium');
      if (!hasEnded) continue;
      exchanges += 1;
      if (outcome.result === 'blocked' && failures.length > 0) blocked += 1;
    }
  };
  for (let at = 0; at < traffic.length; at += BATCH) {
    const events = traffic.slice(at, at + BATCH).map(arrive);
    const before = process.cpuUsage();
    for (const event of events) take(event);
    const { user, system } = process.cpuUsage(before);
    time += user + system;
  }
  return { exchanges, blocked, time };
};

/** Events per second, one figure a round. */
const measure = (traffic: readonly TrafficEvent[], judgesEveryChange: boolean): readonly number[] => {
  const worker = startWorker();
  const rates: number[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    collectGarbage();
    const { exchanges, blocked, time } = replay(worker, traffic, judgesEveryChange);
    if (exchanges !== EXCHANGES || blocked !== refusedAmong(EXCHANGES)) {
      throw new Error(`The replay is wrong: ${exchanges} exchanges ended, ${blocked} of them blocked.`);
    }
    if (round >= WARM_UP_ROUNDS) rates.push((traffic.length / time) * 1e6);
  }
  return rates;
};

const thousands = (value: number): string => `${Math.round(value / 1000)},000`;
const figure = (rates: readonly number[]): string => `${thousands(median(rates))} (${medianRange(rates).map(thousands).join('–')})`;

export const measureThroughput = async (): Promise<readonly Figure[]> => {
  const traffic = createTraffic(EXCHANGES);
  const rates = measure(traffic, false);
  return [
    {
      what: 'events watched, paired and judged per second of one core',
      figure: figure(rates),
      budget: { text: `at least ${EVENTS_PER_SECOND_MIN.toLocaleString('en')}`, holds: median(rates) >= EVENTS_PER_SECOND_MIN },
    },
    { what: '  the same, judged anew at every event', figure: figure(measure(traffic, true)), budget: null },
  ];
};
