/**
 * The fixes that are being tried, one a tab at most, and the browser's rules behind them. The rules outlive a stopped
 * background, as does what is known of them here (`trial:TAB` in session storage); neither outlives the browser. Whatever
 * rule has no trial, and whatever trial has no tools open any more, is taken away.
 */
import { originOfUrl } from '../cors/origin.ts';
import type { Exchange, Trial, TrialEnd, TrialPlan } from '../model.ts';
import type { Store } from '../write-queue.ts';
import { type HeaderRule, rulesFor } from './rules.ts';
import { isTouched } from './tried.ts';

/** The browser's session rules of this extension. */
export interface RuleList {
  read(): Promise<readonly HeaderRule[]>;
  /** Rejects where the browser does not take them: then nothing is changed. */
  update(removedIds: readonly number[], added: readonly HeaderRule[]): Promise<void>;
}

interface TrialsOptions {
  readonly rules: RuleList;
  readonly store: Store;
  readonly now: () => number;
  /** A trial began, ended, or could not begin. */
  readonly onChange: (tabId: number) => void;
}

export interface TrialState {
  readonly trial: Trial | null;
  /** Why there is none; null where there is one, and where there was none. */
  readonly ended: TrialEnd | null;
}

export interface Trials {
  /** Resolves once stale rules are gone and what an earlier background began is taken up. */
  readonly ready: Promise<void>;
  state(tabId: number): TrialState;
  /** Begins a trial in place of the tab's last one, if any. `pageUrl` is the page that the tab shows. */
  start(tabId: number, plan: TrialPlan, pageUrl: string): Promise<void>;
  /** Ends a trial; where it has ended already, forgets why. */
  stop(tabId: number, because: TrialEnd): Promise<void>;
  /** The tab shows this page: a trial does not follow it to another site. */
  onPage(tabId: number, pageUrl: string): void;
  /** Ends every trial of a tab that nobody inspects. */
  endAbandoned(isInspected: (tabId: number) => boolean): void;
  /** The exchange, marked where a trial that is on has, or may have, a hand in it. */
  mark(exchange: Exchange): Exchange;
}

/** What is stored of a trial. */
interface Kept {
  readonly trial: Trial;
  readonly ruleIds: readonly number[];
}

const NONE: TrialState = { trial: null, ended: null };
const KEY = /^trial:(\d+)$/;
const keyOf = (tabId: number): string => `trial:${tabId}`;

export const createTrials = ({ rules, store, now, onChange }: TrialsOptions): Trials => {
  const states = new Map<number, TrialState>();
  /** One change of the rules after the other: each looks at what is there first. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = turn.then(step);
    turn = result.catch(() => undefined);
    return result;
  };

  const set = (tabId: number, state: TrialState): void => {
    states.set(tabId, state);
    onChange(tabId);
  };
  const idsOf = (list: readonly HeaderRule[], tabId: number): readonly number[] =>
    list.filter(({ condition }) => condition.tabIds.includes(tabId)).map(({ id }) => id);

  const take = async (tabId: number): Promise<void> => {
    const ids = idsOf(await rules.read(), tabId);
    if (ids.length > 0) await rules.update(ids, []);
    await store.remove([keyOf(tabId)]);
  };
  const stop: Trials['stop'] = (tabId, because) =>
    inTurn(async () => {
      const state = states.get(tabId);
      if (state === undefined) return;
      if (state.trial !== null) await take(tabId);
      // What has ended already is over and done with: nobody has to be told of it any more.
      set(tabId, { trial: null, ended: state.trial === null ? null : because });
    });
  /** Nobody is there to be told. */
  const forget = (tabId: number): Promise<void> =>
    inTurn(async () => {
      if (states.get(tabId)?.trial) await take(tabId);
      states.delete(tabId);
    });
  const begin = async (trial: Trial): Promise<TrialEnd | null> => {
    const { tabId, plan } = trial;
    const list = await rules.read();
    try {
      const firstId = Math.max(0, ...list.map(({ id }) => id)) + 1;
      const added = rulesFor(plan, tabId, firstId);
      // Noted first: a rule that nobody knows of is stale.
      await store.write({ [keyOf(tabId)]: JSON.stringify({ trial, ruleIds: added.map(({ id }) => id) } satisfies Kept) });
      states.set(tabId, { trial, ended: null });
      await rules.update(idsOf(list, tabId), added);
      return null;
    } catch {
      await take(tabId);
      return 'refused';
    }
  };

  const takeUp = async (): Promise<void> => {
    const kept = Object.entries(await store.readAll()).filter(([key, value]) => KEY.test(key) && typeof value === 'string');
    const known = new Set<number>();
    for (const [, text] of kept) {
      const { trial, ruleIds } = JSON.parse(String(text)) as Kept;
      states.set(trial.tabId, { trial, ended: null });
      for (const id of ruleIds) known.add(id);
    }
    const stale = (await rules.read()).map(({ id }) => id).filter(id => !known.has(id));
    if (stale.length > 0) await rules.update(stale, []);
  };

  return {
    ready: inTurn(takeUp),
    state: tabId => states.get(tabId) ?? NONE,
    start: (tabId, plan, pageUrl) =>
      inTurn(async () => {
        const trial: Trial = { tabId, plan, page: originOfUrl(pageUrl), startedAt: now() };
        const failure = await begin(trial);
        set(tabId, failure === null ? { trial, ended: null } : { trial: null, ended: failure });
      }),
    stop,
    onPage: (tabId, pageUrl) => {
      const trial = states.get(tabId)?.trial;
      if (trial && trial.page !== originOfUrl(pageUrl)) void stop(tabId, 'left');
    },
    endAbandoned: isInspected => {
      for (const tabId of states.keys()) if (!isInspected(tabId)) void forget(tabId);
    },
    mark: exchange => {
      const trial = states.get(exchange.tabId)?.trial;
      return trial && exchange.isTried !== true && isTouched(exchange, trial) ? { ...exchange, isTried: true } : exchange;
    },
  };
};
