import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';
import type { Trial as RunningTrial, TrialEnd, TrialPlan } from '../../src/model.ts';
import { type Entry, firstHop } from './entry.ts';
import type { Log } from './log.ts';

/** How the request is made once more: by the page's own code as it loads anew, or that one request from the page. */
export type Repetition = 'reload' | 'repeat';

/** A fix that the browser is made to see in the server's answers, in this tab alone. */
export interface Trial {
  /** null while none is tried. */
  readonly running: ReadonlySignal<RunningTrial | null>;
  /** Why there is none any more, or yet; null where nobody tried. */
  readonly ended: ReadonlySignal<TrialEnd | null>;
  /** The latest request that it was tried on; null until there is one. */
  readonly result: ReadonlySignal<Entry | null>;
  /** Begins, and makes the request once more as soon as the browser is ready for it. */
  start(plan: TrialPlan, how: Repetition): void;
  again(how: Repetition): void;
  stop(): void;
}

/** What makes a request once more: no signal and no message can. */
export type Repeat = (how: Repetition, trial: RunningTrial) => void;

/** The tried requests for what the trial is about, the latest last. */
const isResult = ({ exchange }: Entry, { plan, startedAt }: RunningTrial): boolean => {
  const { url, method } = firstHop(exchange);
  return exchange.isTried === true && exchange.startedAt >= startedAt && url === plan.url && method === plan.method;
};

export function createTrial(line: Line<ToBackground, FromBackground>, log: Pick<Log, 'listed'>, repeat: Repeat): Trial {
  const running = signal<RunningTrial | null>(null);
  const ended = signal<TrialEnd | null>(null);
  /** What to do once the trial that was asked for is on. */
  let next: Repetition | null = null;
  line.onMessage(message => {
    if (message.type !== 'trial') return;
    running.value = message.trial;
    ended.value = message.ended;
    if (message.trial !== null && next !== null) repeat(next, message.trial);
    if (message.trial !== null || message.ended !== null) next = null;
  });
  return {
    running,
    ended,
    result: computed(() => {
      const trial = running.value;
      return trial === null ? null : (log.listed.value.findLast(entry => isResult(entry, trial)) ?? null);
    }),
    start(plan, how) {
      next = how;
      line.send({ type: 'try', plan });
    },
    again(how) {
      if (running.value !== null) repeat(how, running.value);
    },
    stop: () => line.send({ type: 'stop-trial' }),
  };
}
