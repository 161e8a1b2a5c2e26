import { describe, expect, it } from 'vitest';
import { explanation, recording } from './fixtures.ts';
import { change, connected, createWorld, listed, news, of, ready, remove, reset, selected, visible, type World } from './world.ts';

describe('the connection', () => {
  it('begins every time with a hello as viewer of its tab', () => {
    const world = createWorld();
    world.connect();
    world.connect();
    const hello = { type: 'hello', role: 'viewer', tabId: 7 };
    expect(world.sent).toEqual([hello, hello]);
  });

  it('goes from connecting through syncing to live, and through syncing again', () => {
    const world = createWorld();
    const seen: string[] = [];
    world.store.log.connection.subscribe(connection => seen.push(connection));
    world.connect();
    world.say(reset, ready);
    world.connect();
    world.say(reset, ready);
    expect(seen).toEqual(['connecting', 'syncing', 'live', 'syncing', 'live']);
  });

  it('keeps what it showed until a new snapshot is whole, and then forgets what that did not name', () => {
    const world = connected(of('kept', 'blocked'), of('gone', 'blocked'));
    world.say(reset, change(of('kept', 'blocked')));
    expect(listed(world)).toEqual(['kept', 'gone']);
    world.say(ready);
    expect(listed(world)).toEqual(['kept']);
  });

  it('shows the recording that it was told of last', () => {
    const world = connected();
    world.say({ type: 'recording', recording: recording({ dropped: 3 }) });
    expect(world.store.log.recording.value?.dropped).toBe(3);
  });
});

describe('the list', () => {
  it.each([
    ['blocked', true],
    ['allowed', true],
    ['pending', true],
    ['same-origin', false],
    ['navigation', false],
    ['socket', false],
  ])('of a %s exchange: listed %s', (type, isListed) => {
    expect(listed(connected(of('one', type)))).toEqual(isListed ? ['one'] : []);
  });

  it.each([
    ['blocked', 'blocked'],
    ['doubtful', 'blocked'],
    ['unknown', 'unknown'],
    ['allowed', 'allowed'],
    ['pending', 'pending'],
    ['cancelled', 'cancelled'],
  ])('a %s exchange stands as %s', (type, standing) => {
    expect(connected(of('one', type)).store.log.get('one')?.standing).toBe(standing);
  });

  it('judges an exchange once for each time that it changes, and the others not again', () => {
    const world = connected(of('a', 'pending'), of('b', 'blocked'));
    listed(world);
    visible(world);
    world.say(change(of('a', 'blocked')));
    listed(world);
    visible(world);
    expect(world.judged).toEqual(['a', 'b', 'a']);
  });

  it('explains nothing until it is asked to, and then once', () => {
    const world = connected(of('a', 'blocked'));
    visible(world);
    expect(world.explained).toEqual([]);
    const entry = world.store.log.get('a');
    expect([entry?.explanation, entry?.explanation]).toEqual([explanation, explanation]);
    expect(world.explained).toEqual(['a']);
  });

  it('has no explanation for what broke no rule', () => {
    const world = connected(of('a', 'allowed'));
    expect(world.store.log.get('a')?.explanation).toBeNull();
    expect(world.explained).toEqual([]);
  });

  it('lets go of what the background let go', () => {
    const world = connected(of('a', 'blocked'), of('b', 'blocked'));
    world.say(remove('a'));
    expect(listed(world)).toEqual(['b']);
  });

  it('grows only at its end, also when an older request is blocked late', () => {
    const world = connected(of('slow', 'pending'), of('fast', 'blocked'));
    expect(visible(world)).toEqual(['fast']);
    world.say(change(of('slow', 'blocked')));
    expect(visible(world)).toEqual(['fast', 'slow']);
  });

  it('keeps that order across a reconnection', () => {
    const world = connected(of('slow', 'pending'), of('fast', 'blocked'));
    visible(world);
    world.say(change(of('slow', 'blocked')));
    visible(world);
    world.connect();
    world.say(reset, change(of('slow', 'blocked'), of('fast', 'blocked')), ready);
    expect(visible(world)).toEqual(['fast', 'slow']);
  });

  it('shows all requests in the order in which they began', () => {
    const world = connected(of('slow', 'pending'), of('fast', 'blocked'));
    world.store.filter.shown.value = 'all';
    world.say(change(of('slow', 'blocked')));
    expect(visible(world)).toEqual(['slow', 'fast']);
  });
});

describe('the filter', () => {
  const mixed = (): World =>
    connected(
      of('a', 'blocked', 'https://api.example/orders?x=1'),
      of('b', 'allowed', 'https://api.example/users'),
      of('c', 'pending', 'https://cdn.example/orders'),
    );

  it('counts every choice, whatever is shown', () => {
    const world = mixed();
    world.store.filter.query.value = 'nothing fits this';
    expect(world.store.filter.counts.value).toEqual({ blocked: 1, warnings: 0, allowed: 1, all: 3 });
  });

  it.each([
    ['blocked', '', ['a']],
    ['allowed', '', ['b']],
    ['all', '', ['a', 'b', 'c']],
    ['all', 'orders', ['a', 'c']],
    ['all', 'ORDERS cdn', ['c']],
    ['all', '  ', ['a', 'b', 'c']],
    ['all', 'allow-origin-missing', ['a']],
    ['all', 'app.example get', ['a', 'b', 'c']],
    ['allowed', 'orders', []],
  ] as const)('%s requests, searched for "%s"', (shown, query, ids) => {
    const world = mixed();
    world.store.filter.shown.value = shown;
    world.store.filter.query.value = query;
    expect(visible(world)).toEqual(ids);
  });
});

describe('the selection', () => {
  it('is the first blocked request in view until the reader chooses', () => {
    const world = connected(of('a', 'allowed'), of('b', 'blocked'), of('c', 'blocked'));
    const { isChosen, select } = world.store.selection;
    expect([selected(world), isChosen.value]).toEqual(['b', false]);
    select('c');
    expect([selected(world), isChosen.value]).toEqual(['c', true]);
  });

  it('stays where it is when more requests come, change, or are filtered away', () => {
    const world = connected(of('a', 'blocked'), of('b', 'blocked'));
    world.store.selection.select('b');
    world.say(change(of('c', 'blocked'), of('b', 'allowed')));
    world.store.filter.query.value = 'nothing fits this';
    expect(selected(world)).toBe('b');
  });

  it('falls back when what was chosen is let go', () => {
    const world = connected(of('a', 'blocked'), of('b', 'blocked'));
    world.store.selection.select('b');
    world.say(remove('b'));
    expect(selected(world)).toBe('a');
  });

  it('opens and closes the detail without losing the choice', () => {
    const world = connected(of('a', 'blocked'), of('b', 'blocked'));
    world.store.selection.open('b');
    expect(world.store.selection.isOpen.value).toBe(true);
    world.store.selection.close();
    expect([world.store.selection.isOpen.value, selected(world)]).toEqual([false, 'b']);
  });

  it('closes the detail when nothing is left to show', () => {
    const world = connected(of('a', 'blocked'));
    world.store.selection.open('a');
    world.say(remove('a'));
    expect(world.store.selection.isOpen.value).toBe(false);
  });
});

describe('clearing', () => {
  it('asks the background, and forgets the choice', () => {
    const world = connected(of('a', 'blocked'), of('b', 'blocked'));
    world.store.selection.open('b');
    world.store.clear();
    expect(world.sent.at(-1)).toEqual({ type: 'clear' });
    expect([world.store.selection.isOpen.value, selected(world)]).toEqual([false, 'a']);
  });
});

describe('the news', () => {
  it('is silent about what a snapshot brings', () => {
    expect(news(connected(of('a', 'blocked')))).toBe('');
  });

  it('tells of blocked requests that come while one looks on', () => {
    const world = connected(of('a', 'blocked'));
    world.say(change(of('b', 'blocked')));
    expect(news(world)).toBe('1 new blocked request, 2 in all.');
  });

  it('is no longer told once the log is cleared', () => {
    const world = connected();
    world.say(change(of('a', 'blocked')), reset, ready);
    expect(news(world)).toBe('');
  });

  it('is silent about allowed requests', () => {
    const world = connected();
    world.say(change(of('a', 'allowed')));
    expect(news(world)).toBe('');
  });

  it.each([
    ['is silent about what a reconnection brings again', ['a'], ''],
    ['tells of what came while the line was down', ['a', 'b'], '1 new blocked request, 2 in all.'],
  ])('%s', (_, ids, told) => {
    const world = connected(of('a', 'blocked'));
    world.connect();
    world.say(reset, change(...ids.map(id => of(id, 'blocked'))), ready);
    expect(news(world)).toBe(told);
  });
});

describe('access to web sites', () => {
  it('is unknown until the background has said', () => {
    expect(connected().store.access.granted.value).toBeNull();
  });

  it.each([true, false])('is what the background says: %s', granted => {
    const world = connected();
    world.say({ type: 'access', granted: !granted }, { type: 'access', granted });
    expect(world.store.access.granted.value).toBe(granted);
  });

  it('is asked for where the background leads to', () => {
    const world = connected();
    world.store.access.grant();
    expect(world.sent.at(-1)).toEqual({ type: 'grant' });
  });
});
