/** A trial leaves no rule behind, whatever happens. */
import { describe, expect, it } from 'vitest';
import type { TrialPlan } from '../../src/model.ts';
import type { HeaderRule } from '../../src/trial/rules.ts';
import { createTrials, type RuleList, type Trials } from '../../src/trial/trials.ts';
import { API, exchange, headers, hop, PAGE } from '../cors/build.ts';
import { memoryStore } from '../watch/replay.ts';

const TAB = 7;
const OTHER = 8;
const NOW = 1_000;

const plan: TrialPlan = {
  url: `${API}/x`,
  method: 'GET',
  type: 'xmlhttprequest',
  initiator: PAGE,
  answers: [{ url: `${API}/x`, method: 'GET', headers: headers(['Access-Control-Allow-Origin', PAGE]) }],
  repeat: null,
};

/** The browser's rules, as they outlive a background. */
const createRules = (): RuleList & { all: HeaderRule[] } => {
  const list = {
    all: [] as HeaderRule[],
    read: async () => [...list.all],
    update: async (removed: readonly number[], added: readonly HeaderRule[]) => {
      const kept = list.all.filter(({ id }) => !removed.includes(id));
      if (added.some(({ id }) => kept.some(rule => rule.id === id))) throw new Error('Two rules of one number.');
      if (added.some(({ action }) => action.responseHeaders.some(({ value }) => value.includes('\n')))) throw new Error('No such value.');
      list.all = [...kept, ...added];
    },
  };
  return list;
};

interface World {
  readonly rules: ReturnType<typeof createRules>;
  readonly store: ReturnType<typeof memoryStore>;
  readonly trials: Trials;
  readonly told: readonly number[];
  readonly tabs: () => readonly number[];
  readonly kept: () => Promise<readonly string[]>;
}

const begin = async (rules = createRules(), store = memoryStore()): Promise<World> => {
  const told: number[] = [];
  const trials = createTrials({ rules, store, now: () => NOW, onChange: tabId => void told.push(tabId) });
  await trials.ready;
  return {
    rules,
    store,
    trials,
    told,
    tabs: () => rules.all.flatMap(({ condition }) => condition.tabIds),
    kept: async () => Object.keys(await store.readAll()),
  };
};
/** A background that was stopped and started again. */
const restart = ({ rules, store }: World): Promise<World> => begin(rules, store);
/** What is not awaited comes after what is. */
const settled = (world: World): Promise<void> => world.trials.stop(-1, 'stopped');

const running = async (): Promise<World> => {
  const world = await begin();
  await world.trials.start(TAB, plan, `${PAGE}/`);
  return world;
};

describe('a trial', () => {
  it('has its rules in its tab alone, and its viewers are told', async () => {
    const { tabs, trials, told } = await running();
    expect(tabs()).toEqual([TAB]);
    expect(trials.state(TAB)).toEqual({ trial: { tabId: TAB, plan, page: PAGE, startedAt: NOW }, ended: null });
    expect(trials.state(OTHER)).toEqual({ trial: null, ended: null });
    expect(told).toEqual([TAB]);
  });

  it('takes the place of the one before', async () => {
    const world = await running();
    await world.trials.start(TAB, { ...plan, url: `${API}/y` }, `${PAGE}/`);
    expect(world.tabs()).toEqual([TAB]);
    expect(world.trials.state(TAB).trial?.plan.url).toBe(`${API}/y`);
  });

  it('goes on beside that of another tab', async () => {
    const world = await running();
    await world.trials.start(OTHER, plan, `${PAGE}/`);
    await world.trials.stop(TAB, 'stopped');
    expect(world.tabs()).toEqual([OTHER]);
  });

  it('goes on after the background was stopped and started again', async () => {
    const { tabs, trials } = await restart(await running());
    expect(tabs()).toEqual([TAB]);
    expect(trials.state(TAB).trial?.plan).toEqual(plan);
  });
});

describe('no rule is left', () => {
  it.each<[string, (world: World) => unknown]>([
    ['when it is stopped', ({ trials }) => trials.stop(TAB, 'stopped')],
    ['when the tab goes to another site', ({ trials }) => trials.onPage(TAB, 'https://elsewhere.example/')],
    ['when the tab goes to no site', ({ trials }) => trials.onPage(TAB, 'about:blank')],
    ['when nobody inspects the tab any more', ({ trials }) => trials.endAbandoned(() => false)],
    ['when it is stopped before it has begun', ({ trials }) => [trials.start(TAB, plan, `${PAGE}/`), trials.stop(TAB, 'stopped')]],
    ['when the tools close before it has begun', ({ trials }) => [trials.start(TAB, plan, `${PAGE}/`), trials.endAbandoned(() => false)]],
  ])('%s', async (_, end) => {
    const world = await running();
    end(world);
    await settled(world);
    expect(world.tabs()).toEqual([]);
    expect(await world.kept()).toEqual([]);
    expect(world.trials.state(TAB).trial).toBeNull();
    expect((await restart(world)).tabs()).toEqual([]);
  });

  it('by a background that does not know of it', async () => {
    const { rules } = await running();
    expect((await begin(rules)).tabs()).toEqual([]);
  });

  it('where the tools were closed while the background was stopped', async () => {
    const world = await restart(await running());
    world.trials.endAbandoned(() => false);
    await settled(world);
    expect(world.tabs()).toEqual([]);
    expect(await world.kept()).toEqual([]);
  });

  it('where the browser refuses one, nor of the trial before', async () => {
    const world = await running();
    const bad: TrialPlan = { ...plan, answers: [{ url: plan.url, method: 'GET', headers: headers(['Vary', 'a\nb']) }] };
    await world.trials.start(TAB, bad, `${PAGE}/`);
    expect(world.tabs()).toEqual([]);
    expect(await world.kept()).toEqual([]);
    expect(world.trials.state(TAB)).toEqual({ trial: null, ended: 'refused' });
  });

  it('where the plan is weaker than a fix may be', async () => {
    const world = await running();
    const weak: TrialPlan = { ...plan, answers: [{ url: plan.url, method: 'GET', headers: headers(['Access-Control-Allow-Origin', 'null']) }] };
    await world.trials.start(TAB, weak, `${PAGE}/`);
    expect(world.tabs()).toEqual([]);
    expect(world.trials.state(TAB)).toEqual({ trial: null, ended: 'refused' });
  });
});

describe('a page', () => {
  it('of the same origin does not end it', async () => {
    const world = await running();
    world.trials.onPage(TAB, `${PAGE}/elsewhere`);
    await settled(world);
    expect(world.tabs()).toEqual([TAB]);
  });

  it('of another site ends it for that reason', async () => {
    const world = await running();
    world.trials.onPage(TAB, 'https://elsewhere.example/');
    await settled(world);
    expect(world.trials.state(TAB)).toEqual({ trial: null, ended: 'left' });
  });
});

describe('an exchange', () => {
  const seen = exchange({ tabId: TAB, startedAt: NOW + 1, endedAt: NOW + 5, hops: [hop({ url: `${API}/x` })] });

  it('is marked where the trial may have changed an answer', async () => {
    const { trials } = await running();
    expect(trials.mark(seen)).toEqual({ ...seen, isTried: true });
  });

  it('is marked once', async () => {
    const { trials } = await running();
    const marked = trials.mark(seen);
    expect(trials.mark(marked)).toBe(marked);
  });

  it.each([
    ['of another tab', { ...seen, tabId: OTHER }],
    ['of another address', { ...seen, hops: [hop({ url: `${API}/y` })] }],
    ['of another kind', { ...seen, type: 'image' }],
    ['that had ended before', { ...seen, startedAt: 0, endedAt: NOW - 1 }],
  ])('%s is not', async (_, other) => {
    const { trials } = await running();
    expect(trials.mark(other)).toBe(other);
  });

  it('is not once the trial is over', async () => {
    const { trials } = await running();
    await trials.stop(TAB, 'stopped');
    expect(trials.mark(seen)).toBe(seen);
  });

  it('in flight when it began is', async () => {
    const { trials } = await running();
    expect(trials.mark({ ...seen, startedAt: 0, endedAt: null })).toMatchObject({ isTried: true });
  });
});
