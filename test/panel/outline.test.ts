/** The list as it is read: groups, their members, their order, and the pages of a log that is preserved. */
import { describe, expect, it } from 'vitest';
import { commonEndpoint } from '../../panel/state/groups.ts';
import type { Row } from '../../panel/state/outline.ts';
import type { Order } from '../../panel/state/sort.ts';
import type { Exchange, RecordedPage } from '../../src/model.ts';
import { recording } from './fixtures.ts';
import { change, connected, createWorld, of, ready, remove, reset, selected, type World } from './world.ts';

const API = 'https://api.example';
const asked = (id: string, path: string, startedAt: number, type = 'blocked'): Exchange => ({ ...of(id, type, API + path), startedAt });

/** Each row in a few words. */
const textOf = (row: Row): string => {
  if (row.kind === 'page') return `— ${row.page.url}`;
  if (row.kind === 'member') return `  ${row.entry.id} (${row.place} of ${row.of})`;
  const { entries, latest } = row.group;
  return `${entries.length}× ${commonEndpoint(row.group)}, last ${latest.id}${row.isOpen === null ? '' : row.isOpen ? ', open' : ', closed'}`;
};
const rows = ({ store }: World): readonly string[] => store.outline.rows.value.map(textOf);
const setOpen = ({ store }: World, at: number, isOpen = true): void => {
  const row = store.outline.rows.value[at];
  if (row?.kind === 'group') store.outline.setOpen(row.group, isOpen);
};

describe('a group', () => {
  it.each<[string, readonly string[], string]>([
    ['the same URL', ['/orders?x=1', '/orders?x=1'], 'api.example/orders?x=1'],
    ['the same path', ['/orders?x=1', '/orders?x=2'], 'api.example/orders'],
    ['the same endpoint', ['/orders/1?x=1', '/orders/2'], 'api.example/orders/{id}'],
  ])('of %s is named by it', (_, paths, endpoint) => {
    const world = connected(...paths.map((path, at) => asked(String(at), path, at)));
    expect(rows(world)).toEqual([`2× ${endpoint}, last 1, closed`]);
  });

  it('is as late as its latest member, in whatever order they came', () => {
    expect(rows(connected(asked('late', '/', 9), asked('early', '/', 1)))).toEqual(['2× api.example/, last late, closed']);
  });

  it('of one has nothing to open', () => {
    expect(rows(connected(asked('a', '/', 1)))).toEqual(['1× api.example/, last a']);
  });

  it('holds what stands alike alone', () => {
    const world = connected(asked('a', '/', 1), asked('b', '/', 2, 'allowed'), asked('c', '/', 3, 'pending'), asked('d', '/', 4, 'allowed'));
    world.store.filter.shown.value = 'all';
    expect(rows(world)).toEqual(['1× api.example/, last a', '2× api.example/, last d, closed', '1× api.example/, last c']);
  });

  it('opens and closes, and stays open while it grows', () => {
    const world = connected(asked('a', '/', 1), asked('b', '/', 2));
    setOpen(world, 0);
    world.say(change(asked('c', '/', 3)));
    expect(rows(world)).toEqual(['3× api.example/, last c, open', '  a (1 of 3)', '  b (2 of 3)', '  c (3 of 3)']);
    setOpen(world, 0, false);
    expect(rows(world)).toEqual(['3× api.example/, last c, closed']);
  });

  it('keeps its row’s id while it grows, and when it lets go of its first', () => {
    const world = connected(asked('a', '/', 1), asked('b', '/', 2));
    const before = world.store.outline.rows.value[0]?.id;
    world.say(change(asked('c', '/', 3)), remove('a'));
    expect(world.store.outline.rows.value[0]?.id).toBe(before);
  });

  it('holds what the search finds alone', () => {
    const world = connected(asked('a', '/orders/1', 1), asked('b', '/orders/2', 2));
    world.store.filter.query.value = 'orders/2';
    expect(rows(world)).toEqual(['1× api.example/orders/2, last b']);
  });

  it('is closed once the list is cleared', () => {
    const world = connected(asked('a', '/', 1), asked('b', '/', 2));
    setOpen(world, 0);
    world.store.clear();
    expect(rows(world)).toEqual(['2× api.example/, last b, closed']);
  });

  it('explains nothing before it is in view', () => {
    const world = connected(...Array.from({ length: 50 }, (_, at) => asked(String(at), `/${at % 7}`, at)));
    expect(rows(world)).toHaveLength(1);
    expect(world.explained).toEqual([]);
  });
});

describe('the order', () => {
  const mixed = (): World => {
    return connected(
      asked('d1', '/d', 0, 'other-rule'),
      asked('b1', '/b', 1),
      asked('a1', '/a', 2),
      asked('c1', '/c', 3),
      asked('a2', '/a', 4),
      asked('b2', '/b', 5),
      asked('b3', '/b', 6),
    );
  };

  it.each<[Order, string]>([
    ['oldest', 'd b a c'],
    ['newest', 'b a c d'],
    ['count', 'b a d c'],
    ['endpoint', 'a b c d'],
    ['verdict', 'b a c d'],
  ])('%s', (order, paths) => {
    const world = mixed();
    world.store.outline.order.value = order;
    const found = world.store.outline.rows.value.flatMap(row => (row.kind === 'group' ? [commonEndpoint(row.group).slice(-1)] : []));
    expect(found.join(' ')).toBe(paths);
  });

  it('by verdict has what was blocked before what was not', () => {
    const world = connected(asked('a', '/a', 1, 'allowed'), asked('b', '/b', 2, 'pending'), asked('c', '/c', 3));
    world.store.filter.shown.value = 'all';
    world.store.outline.order.value = 'verdict';
    expect(rows(world)).toEqual(['1× api.example/c, last c', '1× api.example/b, last b', '1× api.example/a, last a']);
  });

  it('newest first has the newest member first', () => {
    const world = mixed();
    world.store.outline.order.value = 'newest';
    setOpen(world, 0);
    expect(rows(world).slice(0, 4)).toEqual(['3× api.example/b, last b3, open', '  b3 (1 of 3)', '  b2 (2 of 3)', '  b1 (3 of 3)']);
  });

  it('leaves the list to grow at its end alone, unless it is another', () => {
    const world = mixed();
    const before = rows(world);
    world.say(change(asked('e1', '/e', 8)));
    expect(rows(world)).toEqual([...before, '1× api.example/e, last e1']);
  });
});

describe('the selection of a row', () => {
  const three = (): World => connected(asked('other', '/other', 0), asked('a', '/', 1), asked('b', '/', 2), asked('c', '/', 3));
  const at = ({ store }: World): number => store.selection.index.value;

  it('is the group’s that holds what is selected', () => {
    const world = three();
    world.store.selection.select('b');
    expect(at(world)).toBe(1);
    setOpen(world, 1);
    expect(at(world)).toBe(1);
  });

  it('is the member’s that was chosen, while its group is open', () => {
    const world = three();
    setOpen(world, 1);
    world.store.selection.select('b', true);
    expect(at(world)).toBe(3);
    setOpen(world, 1, false);
    expect(at(world)).toBe(1);
  });

  it('is none’s where the list does not have it', () => {
    const world = three();
    world.store.selection.select('b');
    world.store.filter.query.value = 'other';
    expect(at(world)).toBe(-1);
  });

  it('stays with what is on show when its group grows', () => {
    const world = three();
    world.store.selection.select('c');
    world.say(change(asked('d', '/', 4)));
    expect([selected(world), at(world)]).toEqual(['c', 1]);
  });
});

describe('a log that is preserved', () => {
  const pages = (...urls: readonly string[]): readonly RecordedPage[] => urls.map((url, index) => ({ url, since: index * 10 }));
  const preserved = (urls: readonly string[], ...exchanges: readonly Exchange[]): World => {
    const world = createWorld();
    world.connect();
    world.say({ type: 'reset', recording: recording({ pages: pages(...urls) }) }, change(...exchanges), ready);
    return world;
  };
  const visits = [asked('a', '/', 1), asked('b', '/', 2), asked('c', '/', 11), asked('d', '/', 21)];

  it('of one page does not name it', () => {
    expect(rows(preserved(['one'], ...visits.slice(0, 2)))).toEqual(['2× api.example/, last b, closed']);
  });

  it('has each page’s requests below its name', () => {
    expect(rows(preserved(['one', 'two', 'three'], ...visits))).toEqual([
      ...['— one', '2× api.example/, last b, closed', '— two', '1× api.example/, last c', '— three', '1× api.example/, last d'],
    ]);
  });

  it('newest first begins with the page on show', () => {
    const world = preserved(['one', 'two'], ...visits.slice(0, 3));
    world.store.outline.order.value = 'newest';
    expect(rows(world)).toEqual(['— two', '1× api.example/, last c', '— one', '2× api.example/, last b, closed']);
  });

  it('leaves out pages that asked for nothing, but not the one on show', () => {
    expect(rows(preserved(['one', 'two', 'three'], ...visits.slice(0, 2)))).toEqual(['— one', '2× api.example/, last b, closed', '— three']);
  });

  it('keeps open what was open when another page follows', () => {
    const world = preserved(['one'], ...visits.slice(0, 2));
    setOpen(world, 0);
    world.say({ type: 'recording', recording: recording({ pages: pages('one', 'two') }) });
    expect(rows(world)).toEqual(['— one', '2× api.example/, last b, open', '  a (1 of 2)', '  b (2 of 2)', '— two']);
  });

  it('counts what began before the first page as the first’s', () => {
    const world = createWorld();
    world.connect();
    world.say({ type: 'reset', recording: recording({ pages: pages('', 'one', 'two').slice(1) }) }, change(...visits), ready);
    expect(rows(world)[0]).toBe('— one');
  });

  it.each([true, false])('is what the background says: %s', isOn => {
    const world = connected();
    world.say({ type: 'recording', recording: recording(isOn ? { pages: pages('one') } : {}) });
    expect(world.store.preserve.isOn.value).toBe(isOn);
  });

  it.each([true, false])('is asked for, and remembered: %s', isOn => {
    const world = connected();
    world.store.preserve.set(isOn);
    expect([world.sent.at(-1), world.remembered]).toEqual([{ type: 'preserve', isOn }, [isOn]]);
  });
});

describe('a connection', () => {
  it('that is lost keeps what was open', () => {
    const world = connected(asked('a', '/', 1), asked('b', '/', 2));
    setOpen(world, 0);
    world.connect();
    world.say(reset, change(asked('a', '/', 1), asked('b', '/', 2)), ready);
    expect(rows(world)[0]).toBe('2× api.example/, last b, open');
  });
});
