/** Which requests get a sign, and when: the turns that the browser takes are the test's. */
import { describe, expect, it } from 'vitest';
import { createAdvisor } from '../../panel/state/advisor.ts';
import type { Exchange } from '../../src/model.ts';
import { exchange, hop, response } from './fixtures.ts';
import { change, connected, createWorld, ready, remove, reset, visible, type World } from './world.ts';

const OWN = { 'Access-Control-Allow-Origin': 'https://app.example' };
const FOR_ALL = { 'Access-Control-Allow-Origin': '*' };
const VARIES = { ...OWN, Vary: 'Origin' };

/** The type names the verdict (see world.ts); that of a fetch is "allowed" too. */
const answered = (id: string, type: string, fields: Readonly<Record<string, string>>, url = 'https://api.example/'): Exchange =>
  exchange(id, { type, hops: [hop({ url, response: response(200, fields) })] });

interface Advised extends World {
  /** The advisor's turns, until it has nothing left to do. */
  finish(): void;
}

/** `lookingTakes`: milliseconds that pass whenever the time is asked for. */
const withAdvisor = (world: World, lookingTakes = 0): Advised => {
  const due: (() => void)[] = [];
  let time = 0;
  const now = () => {
    time += lookingTakes;
    return time;
  };
  world.store.advisor.value = createAdvisor(world.store.log, { now, soon: run => due.push(run) });
  return {
    ...world,
    finish: () => {
      for (let run = due.shift(); run !== undefined; run = due.shift()) run();
    },
  };
};

const advised = ({ store }: World): readonly string[] => [...store.filter.advised.value].sort();

describe('there is a sign, and a place among the warnings', () => {
  it.each([
    ['what was let through, without fault', answered('one', 'allowed', VARIES), false, false],
    ['what was let through, with advice', answered('one', 'allowed', OWN), true, true],
    ['what is unclear', answered('one', 'unknown', VARIES), false, true],
    ['what is unclear, with advice', answered('one', 'unknown', { ...OWN, 'Access-Control-Alow-Origin': '*' }), true, true],
    ['what was blocked, with advice', answered('one', 'blocked', { 'Access-Control-Alow-Origin': '*' }), false, false],
    ['what waits', answered('one', 'pending', OWN), false, false],
    ['what the page gave up', answered('one', 'cancelled', OWN), false, false],
  ])('of %s', (_, seen, hasSign, isWarning) => {
    const world = withAdvisor(connected(seen));
    world.finish();
    world.store.filter.shown.value = 'warnings';
    expect([advised(world), visible(world), world.store.filter.counts.value.warnings]).toEqual([
      hasSign ? ['one'] : [],
      isWarning ? ['one'] : [],
      isWarning ? 1 : 0,
    ]);
  });
});

describe('the advisor', () => {
  it('looks at nothing before all that was recorded has arrived', () => {
    const world = withAdvisor(createWorld());
    world.connect();
    world.say(reset, change(answered('a', 'allowed', OWN)));
    world.finish();
    expect(advised(world)).toEqual([]);
    world.say(ready);
    world.finish();
    expect(advised(world)).toEqual(['a']);
  });

  it('looks at nothing in the moment in which it comes', () => {
    const world = withAdvisor(connected(answered('a', 'allowed', OWN)));
    expect(advised(world)).toEqual([]);
  });

  it('tells of what it found seldom while there is more to look at', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => answered(String(at), 'allowed', OWN));
    const world = withAdvisor(connected(...many), 1);
    const told: number[] = [];
    world.store.filter.advised.subscribe(ids => void told.push(ids.size));
    world.finish();
    expect(told.at(-1)).toBe(many.length);
    expect(told.length).toBeLessThan(many.length / 50);
  });

  it('finds advice on an earlier request when a later one tells of its server', () => {
    const world = withAdvisor(
      connected(answered('early', 'xmlhttprequest', FOR_ALL), answered('elsewhere', 'xmlhttprequest', FOR_ALL, 'https://b.example/')),
    );
    world.finish();
    expect(advised(world)).toEqual([]);
    world.say(change(answered('late', 'with-credentials', VARIES, 'https://api.example/other')));
    world.finish();
    expect(advised(world)).toEqual(['early']);
    expect(world.store.advisor.value?.adviceOn(world.store.log.get('early') as never).map(({ code }) => code)).toEqual([
      'wildcard-before-credentials',
    ]);
  });

  it.each([
    ['changed, and deserves it no more', change(answered('a', 'allowed', VARIES)), []],
    ['changed, and deserves it still', change(answered('a', 'allowed', { ...OWN, Age: '1' })), ['a']],
    ['blocked at last', change(answered('a', 'blocked', OWN)), []],
    ['let go', remove('a'), []],
  ])('follows what was %s', (_, message, ids) => {
    const world = withAdvisor(connected(answered('a', 'allowed', OWN)));
    world.finish();
    world.say(message);
    world.finish();
    expect(advised(world)).toEqual(ids);
  });

  it('knows nothing of a server any more once all is gone that told of it', () => {
    const world = withAdvisor(connected(answered('a', 'with-credentials', VARIES)));
    world.finish();
    world.say(remove('a'), change(answered('b', 'xmlhttprequest', FOR_ALL)));
    world.finish();
    expect(advised(world)).toEqual([]);
  });
});
