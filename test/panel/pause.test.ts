import { describe, expect, it } from 'vitest';
import type { World } from './world.ts';
import { change, connected, listed, news, of, ready, remove, reset, selected, visible } from './world.ts';

const paused = (...ids: readonly string[]): World => {
  const world = connected(...ids.map(id => of(id, 'blocked')));
  world.store.pause.toggle();
  return world;
};
const waiting = ({ store }: World): number => store.pause.waiting.value;

describe('a list that is paused', () => {
  it('shows nothing new, and says how much waits', () => {
    const world = paused('a');
    world.say(change(of('b', 'blocked'), of('c', 'allowed')));
    expect([listed(world), visible(world), world.store.filter.counts.value, waiting(world)]).toEqual([
      ['a'],
      ['a'],
      { blocked: 1, warnings: 0, allowed: 0, all: 1 },
      2,
    ]);
  });

  it('shows it once it goes on', () => {
    const world = paused('a');
    world.say(change(of('b', 'blocked')));
    world.store.pause.toggle();
    expect([visible(world), waiting(world), world.store.pause.isPaused.value]).toEqual([['a', 'b'], 0, false]);
  });

  it('shows what it had as it was, and counts no change of it', () => {
    const world = connected(of('a', 'pending'), of('b', 'blocked'));
    world.store.filter.shown.value = 'all';
    world.store.pause.toggle();
    world.say(change(of('a', 'blocked')), remove('b'));
    expect([visible(world), waiting(world)]).toEqual([['a', 'b'], 0]);
    expect(world.store.log.get('a')?.standing).toBe('pending');
  });

  it('can be read on: its search and its selection work', () => {
    const world = paused('a', 'b');
    world.say(remove('b'));
    world.store.selection.select('b');
    expect(selected(world)).toBe('b');
  });

  it('stays as it is when the tab goes to another page', () => {
    const world = paused('a');
    world.say(reset, change(of('b', 'blocked')), ready);
    expect([listed(world), waiting(world)]).toEqual([['a'], 1]);
    world.store.pause.toggle();
    expect(listed(world)).toEqual(['b']);
  });

  it('is empty once it is cleared, and only what comes then waits', () => {
    const world = paused('a');
    world.say(change(of('b', 'blocked')));
    world.store.clear();
    expect([listed(world), waiting(world)]).toEqual([[], 0]);
    world.say(reset, change(of('c', 'blocked')), ready);
    expect([listed(world), waiting(world), world.store.pause.isPaused.value]).toEqual([[], 1, true]);
  });

  it('tells of new failures when it goes on', () => {
    const world = paused('a');
    world.say(change(of('b', 'blocked')));
    expect(news(world)).toBe('');
    world.store.pause.toggle();
    expect(news(world)).toBe('1 new blocked request, 2 in all.');
  });
});
