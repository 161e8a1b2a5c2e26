/** What is told of a page whose service worker holds an answer that no page may read. */
import { describe, expect, it } from 'vitest';
import type { Exchange, Observation } from '../../src/model.ts';
import { createLogEvidence } from '../../src/watch/log-evidence.ts';
import type { Logged } from '../../src/watch/outcome.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { event, lines } from './events.ts';

const PAGE = 'http://page.test';

type Kind = Observation['kind'];
interface Asked {
  readonly at: number;
  readonly mode?: string;
  readonly url?: string;
  readonly error?: string;
  /** How far it gets. */
  readonly kinds?: readonly Kind[];
}

const WELL: readonly Kind[] = ['started', 'sent', 'answered', 'completed'];

/** Every state of a request of the service worker. */
const asks = ({ at, mode = 'no-cors', url = 'http://api.test/data', error = 'net::ERR_FAILED', kinds = WELL }: Asked): readonly Exchange[] => {
  const pairing = createPairing({ linesKnown: true });
  return kinds.flatMap((kind, index) => {
    const headers = kind === 'sent' ? { 'Sec-Fetch-Mode': mode } : {};
    return pairing.observe({ ...event(kind, `worker-${at}`, { url, headers, error, time: at + index }), frameId: -1 });
  });
};

const entry = (changes: Partial<Logged> = {}): Logged => ({
  url: 'http://api.test/data',
  method: 'GET',
  startedAt: 1_000,
  status: 0,
  corsLines: [],
  error: 'net::ERR_FAILED',
  resourceType: 'fetch',
  initiator: null,
  requestHeaders: [],
  ...changes,
});

describe('in Chromium, a request that no event told of', () => {
  const picture = { resourceType: 'image' };
  it.each<[string, readonly Asked[], Partial<Logged>, number | undefined]>([
    ['after the worker was answered', [{ at: 1_010 }], {}, 1_010],
    ['while the answer is still coming', [{ at: 1_010, kinds: ['started', 'sent', 'answered'] }], {}, 1_010],
    [
      'after the browser gave the rest of the answer up',
      [{ at: 1_010, kinds: ['started', 'sent', 'answered', 'failed'], error: 'net::ERR_ABORTED' }],
      {},
      1_010,
    ],
    ['of an XMLHttpRequest', [{ at: 1_010 }], { resourceType: 'xhr' }, 1_010],
    ['of a picture that is to be read', [{ at: 1_010 }], { ...picture, requestHeaders: lines({ Origin: PAGE }) }, 1_010],
    ['long after the copy was made', [{ at: 10 }], { startedAt: 900_000 }, 10],
    ['of a picture that is only shown', [{ at: 1_010 }], picture, undefined],
    ['that was answered well', [{ at: 1_010 }], { status: 200, error: null }, undefined],
    ['that the page called off', [{ at: 1_010 }], { error: 'net::ERR_ABORTED' }, undefined],
    ['that ended before the worker asked', [{ at: 9_000 }], {}, undefined],
    ['where the worker asked for nothing', [], {}, undefined],
    ['where the worker asked for another address', [{ at: 1_010, url: 'http://api.test/other' }], {}, undefined],
    ['where the worker asked for what may be read', [{ at: 1_010, mode: 'cors' }], {}, undefined],
    ['where the worker asked again, for what may be read', [{ at: 10 }, { at: 1_010, mode: 'cors' }], {}, undefined],
    ['where the worker waits for an answer', [{ at: 1_010, kinds: ['started', 'sent'] }], {}, undefined],
    ['where the worker got none', [{ at: 10 }, { at: 1_010, kinds: ['started', 'sent', 'failed'] }], {}, undefined],
    ['where the worker may not have the answer itself', [{ at: 1_010, kinds: ['started', 'sent', 'answered', 'failed'] }], {}, undefined],
    ['to the page’s own origin', [{ at: 1_010, url: `${PAGE}/data` }], { url: `${PAGE}/data` }, undefined],
  ])('%s', (_, asked, changes, copyAt) => {
    const evidence = createLogEvidence();
    const states = asked.flatMap(asks);
    for (const state of states) evidence.note(state);
    const [refused, ...others] = evidence.add(1, [entry(changes)], false, states.slice(-1), PAGE);
    expect([refused?.opaqueCopyAt, others]).toEqual([copyAt, []]);
    if (copyAt !== undefined) expect(refused).toMatchObject({ state: 'failed', error: 'net::ERR_FAILED', initiator: PAGE, frameId: 0 });
  });

  it('is told of once, however often the log is read', () => {
    const evidence = createLogEvidence();
    for (const state of asks({ at: 1_010 })) evidence.note(state);
    const known = evidence.add(1, [entry()], true, [], PAGE);
    expect(known).toHaveLength(1);
    expect(evidence.add(1, [entry()], true, known, PAGE)).toEqual([]);
  });

  it('is none of a tab that is no longer inspected', () => {
    const evidence = createLogEvidence();
    for (const state of asks({ at: 1_010 })) evidence.note(state);
    evidence.forget(1);
    expect(evidence.add(1, [entry()], false, [], PAGE)).toEqual([]);
  });

  it('is known of the last addresses alone', () => {
    const evidence = createLogEvidence();
    const url = (index: number): string => `http://api.test/${index}`;
    for (let index = 0; index <= 500; index++) for (const state of asks({ at: 1_000, url: url(index) })) evidence.note(state);
    const told = evidence.add(1, [entry({ url: url(0) }), entry({ url: url(1) })], false, [], PAGE);
    expect(told.map(({ hops }) => hops[0]?.url)).toEqual([url(1)]);
  });
});

describe('in Firefox, a request that was announced and never sent', () => {
  const announced = (type: string, url: string): Exchange => {
    const [exchange] = createPairing({ linesKnown: false }).observe(event('started', 'page', { time: 1_000, type, url }));
    if (!exchange) throw new Error('no exchange');
    return exchange;
  };
  it.each<[string, Asked | null, { readonly at?: number; readonly status?: number; readonly type?: string }, number | undefined]>([
    ['after the worker was answered', { at: 1_010 }, {}, 1_010],
    ['of a font', { at: 1_010 }, { type: 'font' }, 1_010],
    ['while the answer is still coming', { at: 1_010, kinds: ['started', 'sent', 'answered'] }, { at: 5_000 }, 1_010],
    ['that was answered well', { at: 1_010 }, { status: 200 }, undefined],
    ['of a picture, which may be shown only', { at: 1_010 }, { type: 'image' }, undefined],
    ['that ended long after, and may have been called off', { at: 1_010 }, { at: 2_500 }, undefined],
    ['of which the copy was made before, and which may have been called off', { at: 900 }, {}, undefined],
    ['where the worker asked for nothing', null, {}, undefined],
    ['where the worker asked for what may be read', { at: 1_010, mode: 'cors' }, {}, undefined],
  ])('%s', (_, asked, { at = 1_030, status = 0, type = 'xmlhttprequest' }, copyAt) => {
    const evidence = createLogEvidence();
    for (const state of asked ? asks(asked) : []) evidence.note(state);
    const told = entry({ startedAt: at, status, error: null, resourceType: null, requestHeaders: null });
    const [changed] = evidence.add(1, [told], false, [announced(type, told.url)], PAGE);
    expect([changed?.opaqueCopyAt, changed?.state]).toEqual(copyAt === undefined ? [undefined, 'open'] : [copyAt, 'failed']);
  });
});
