/** What the tab shows while more has arrived than it can judge at once: each turn judges eight exchanges. */
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/model.ts';
import { change, createWorld, listed, news, of, ready, remove, reset, selected, visible, type World } from './world.ts';

const JUDGED_A_TURN = 8;
const MANY = 20;

const numbered = (from: number, to: number, type = 'blocked'): readonly Exchange[] =>
  Array.from({ length: to - from }, (_, at) => of(String(from + at), type));
const idsTo = (count: number): readonly string[] => numbered(0, count).map(({ id }) => id);

/** The first messages of a snapshot have just come. */
const arriving = (...exchanges: readonly Exchange[]): World => {
  const world = createWorld(1);
  world.connect();
  world.say(reset, change(...exchanges));
  return world;
};
const finish = (world: World): void => {
  while (world.turn());
};
const whole = (...exchanges: readonly Exchange[]): World => {
  const world = arriving(...exchanges);
  world.say(ready);
  finish(world);
  return world;
};
const asked = ({ sent }: World): number => sent.filter(({ type }) => type === 'more').length;

describe('a snapshot that takes long to judge', () => {
  it('is judged a slice at a time', () => {
    const world = arriving(...numbered(0, MANY));
    const judged = [world.judged.length];
    while (world.turn()) judged.push(world.judged.length);
    expect(judged).toEqual([JUDGED_A_TURN, 2 * JUDGED_A_TURN, MANY]);
  });

  it('shows its first rows at once', () => {
    expect(visible(arriving(...numbered(0, MANY)))).toEqual(idsTo(JUDGED_A_TURN));
  });

  it('shows all of it in the end, in its order', () => {
    const world = whole(...numbered(0, MANY));
    expect([listed(world), visible(world)]).toEqual([idsTo(MANY), idsTo(MANY)]);
  });

  it('grows at its end as often as it doubles, or a tenth of a second has passed', () => {
    const world = createWorld(1);
    const lengths: number[] = [];
    world.store.filter.visible.subscribe(rows => void lengths.push(rows.length));
    world.connect();
    world.say(reset, change(...numbered(0, 400)), ready);
    finish(world);
    expect(lengths).toEqual([0, 8, 16, 32, 64, 128, 232, 336, 400]);
  });

  it('counts what is judged, and is syncing until all is', () => {
    const world = arriving(...numbered(0, MANY));
    world.say(ready);
    const state = () => [world.store.filter.counts.value.blocked, world.store.log.connection.value];
    expect(state()).toEqual([JUDGED_A_TURN, 'syncing']);
    finish(world);
    expect(state()).toEqual([MANY, 'live']);
  });

  it('finds what is searched for among all of it in the end', () => {
    const world = arriving(...numbered(0, MANY), of('wanted', 'blocked', 'https://api.example/wanted'));
    world.store.filter.query.value = 'wanted';
    expect(visible(world)).toEqual([]);
    world.say(ready);
    finish(world);
    expect(visible(world)).toEqual(['wanted']);
  });

  it('keeps the first selected while the rest arrives', () => {
    const world = arriving(of('allowed', 'allowed'), ...numbered(0, MANY));
    const seen = new Set([selected(world)]);
    while (world.turn()) seen.add(selected(world));
    world.say(change(...numbered(MANY, 2 * MANY)), ready);
    while (world.turn()) seen.add(selected(world));
    expect([...seen]).toEqual(['0']);
  });

  it('is no news', () => {
    expect(news(whole(...numbered(0, MANY)))).toBe('');
  });

  it('goes on for each message once it is judged', () => {
    const world = arriving(...numbered(0, MANY));
    world.say(change(...numbered(MANY, MANY + 1)));
    expect(asked(world)).toBe(0);
    finish(world);
    expect(asked(world)).toBe(2);
  });

  it('asks for no more once it is whole', () => {
    const world = whole();
    const before = asked(world);
    world.say(change(of('a', 'blocked')));
    expect(asked(world)).toBe(before);
  });

  it('never lists what was let go before its turn', () => {
    const world = arriving(...numbered(0, MANY));
    world.say(remove(String(MANY - 1)), ready);
    finish(world);
    expect([listed(world), world.judged]).toEqual([idsTo(MANY - 1), idsTo(MANY - 1)]);
  });

  it('forgets what waited when another begins', () => {
    const world = arriving(...numbered(0, MANY));
    world.say(reset, ready);
    finish(world);
    expect([listed(world), world.judged]).toEqual([[], idsTo(JUDGED_A_TURN)]);
  });
});

describe('a reconnection', () => {
  it('keeps in view what was shown until the snapshot is judged', () => {
    const world = whole(of('gone', 'blocked'), ...numbered(0, MANY));
    world.connect();
    world.say(reset, change(...numbered(0, MANY)), ready);
    expect(visible(world)).toEqual(['gone', ...idsTo(MANY)]);
    finish(world);
    expect(visible(world)).toEqual(idsTo(MANY));
  });

  it('is not over when what waited before it is judged', () => {
    const world = arriving(...numbered(0, MANY));
    world.say(ready);
    world.connect();
    finish(world);
    expect(world.store.log.connection.value).toBe('syncing');
  });
});

describe('a burst', () => {
  it('is told of once, when all of it is judged', () => {
    const world = whole();
    const told: string[] = [];
    world.store.news.text.subscribe(text => void told.push(text));
    world.say(change(...numbered(0, MANY)));
    finish(world);
    expect(told).toEqual(['', `${MANY} new blocked requests, ${MANY} in all.`]);
  });

  it('judges the newest of each exchange alone', () => {
    const world = whole();
    world.say(change(...numbered(0, MANY, 'pending')), change(of(String(MANY - 1), 'blocked')));
    finish(world);
    expect([world.judged, visible(world)]).toEqual([idsTo(MANY), [String(MANY - 1)]]);
  });
});
