/** What the tab knows of a fix that is being tried. */
import { describe, expect, it } from 'vitest';
import type { FromBackground } from '../../src/link/protocol.ts';
import type { Exchange, TrialPlan } from '../../src/model.ts';
import { change, connected, of, type World } from './world.ts';

const URL = 'https://api.example/';
const plan: TrialPlan = { url: URL, method: 'GET', type: 'allowed', initiator: 'https://app.example', answers: [], repeat: null };
const on: FromBackground = { type: 'trial', trial: { tabId: 7, plan, page: 'https://app.example', startedAt: 100 }, ended: null };
const off = (ended: 'stopped' | 'left' | 'refused'): FromBackground => ({ type: 'trial', trial: null, ended });
const tried = (id: string, type: string, startedAt = 200): Exchange => ({ ...of(id, type), startedAt, isTried: true });
const resultIn = ({ store }: World): string | null => store.trial.result.value?.id ?? null;

describe('a fix that is tried', () => {
  it('makes the request once more when the browser is ready, not before and not twice', () => {
    const world = connected();
    world.store.trial.start(plan, 'repeat');
    expect(world.repeated).toEqual([]);
    world.say(on, on);
    expect(world.repeated).toEqual([`repeat ${URL}`]);
  });

  it.each(['refused', 'left', 'stopped'] as const)('that does not begin (%s) makes no request, nor does a later one', because => {
    const world = connected();
    world.store.trial.start(plan, 'reload');
    world.say(off(because), on);
    expect(world.repeated).toEqual([]);
  });

  it('of another view of the tab makes no request here', () => {
    const world = connected();
    world.say(on);
    expect(world.repeated).toEqual([]);
  });

  it('is made once more as the reader chooses', () => {
    const world = connected();
    world.store.trial.again('reload');
    world.say(on);
    world.store.trial.again('reload');
    world.store.trial.again('repeat');
    expect(world.repeated).toEqual([`reload ${URL}`, `repeat ${URL}`]);
  });

  it('has the latest tried request for its result', () => {
    const world = connected(of('before', 'blocked'));
    world.say(on);
    expect(resultIn(world)).toBeNull();
    world.say(change(tried('first', 'blocked')), change(tried('second', 'allowed')));
    while (world.turn());
    expect(resultIn(world)).toBe('second');
  });

  it.each([
    ['one of another address', { ...tried('x', 'allowed'), hops: [{ ...of('', '').hops[0], url: 'https://api.example/y' }] } as Exchange],
    ['one that was not tried', of('x', 'allowed')],
    ['one of a trial before', tried('x', 'allowed', 50)],
  ])('has not for its result %s', (_, other) => {
    const world = connected();
    world.say(on, change(other));
    while (world.turn());
    expect(resultIn(world)).toBeNull();
  });

  it('is over when the background says so', () => {
    const world = connected();
    world.say(on, off('left'));
    expect([world.store.trial.running.value, world.store.trial.ended.value, resultIn(world)]).toEqual([null, 'left', null]);
  });
});
