import { describe, expect, it } from 'vitest';
import type { Exchange, Header } from '../../src/model.ts';
import { createLogEvidence } from '../../src/watch/log-evidence.ts';
import { neverSent, withLogEntries } from '../../src/watch/outcome.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { withTimings } from '../../src/watch/timings.ts';
import { event, lines } from './events.ts';

const exchange = (id: string, startedAt: number, url = 'http://api.test/data'): Exchange => {
  const pairing = createPairing({ linesKnown: false });
  pairing.observe(event('started', id, { time: startedAt, url }));
  const [answered] = pairing.observe(event('answered', id, { url, headers: { Server: 's', 'Access-Control-Allow-Origin': 'a, b' } }));
  if (!answered) throw new Error('no exchange');
  return answered;
};
const timing = (startedAt: number, responseStatus = 0, url = 'http://api.test/data', frameId = 0, initiatorType = 'fetch') => ({
  frameId,
  url,
  startedAt,
  responseStatus,
  initiatorType,
});
const logged = (corsLines: readonly Header[], startedAt = 100) => ({
  url: 'http://api.test/data',
  method: 'GET',
  startedAt,
  status: 200,
  corsLines,
  error: null,
  resourceType: 'xhr',
  initiator: null,
  requestHeaders: null,
});

describe('Resource Timing', () => {
  it.each([
    ['the nearest start', [timing(205, 200)], { A: null, B: 200 }],
    ['each entry to one exchange', [timing(101, 404), timing(102, 200)], { A: 404, B: 200 }],
    ['the same order, though the browser’s clock lags behind', [timing(20, 200), timing(110, 404)], { A: 200, B: 404 }],
    ['an exchange of two nearer entries the nearest', [timing(120, 404), timing(101, 200)], { A: 200, B: 404 }],
    ['nothing that a picture asked for', [timing(100, 200, 'http://api.test/data', 0, 'img'), timing(140, 404)], { A: 404, B: null }],
    ['nothing too far off in time', [timing(50_000)], { A: null, B: null }],
    ['nothing of another frame', [timing(100, 200, 'http://api.test/data', 3)], { A: null, B: null }],
    ['nothing of another URL', [timing(100, 200, 'http://api.test/other')], { A: null, B: null }],
    ['a fragment makes no difference', [timing(100, 200, 'http://api.test/data#x')], { A: 200, B: null }],
  ])('%s', (_, entries, expected) => {
    const known = new Map([exchange('A', 100), exchange('B', 200)].map(each => [each.id, each]));
    for (const changed of withTimings(known.values(), entries)) known.set(changed.id, changed);
    expect(Object.fromEntries([...known].map(([id, { timing: found }]) => [id, found?.responseStatus ?? null]))).toEqual(expected);
  });
});

describe('the network log', () => {
  const twoLines = [...lines({ 'Access-Control-Allow-Origin': 'a' }), ...lines({ 'Access-Control-Allow-Origin': 'b' })];
  it.each([
    ['supplies the lines that webRequest joined', twoLines, ['a', 'b'], true],
    ['leaves a field on one line as webRequest has it', lines({ 'access-control-allow-origin': 'a, b, as Latin-1' }), ['a, b'], true],
    ['is not believed where it speaks of other fields', lines({ 'Access-Control-Max-Age': '5' }), ['a, b'], false],
  ])('%s', (_, corsLines, values, linesKnown) => {
    const [changed] = withLogEntries([exchange('A', 100)], [logged(corsLines)]).changed;
    const response = changed?.hops[0]?.response;
    expect(response?.headers.filter(({ name }) => name.startsWith('Access')).map(({ value }) => value)).toEqual(values);
    expect(response?.linesKnown).toBe(linesKnown);
  });

  it.each([
    ['that is on one line', 'once an earlier answer of its URL may be in the cache', lines({ 'Access-Control-Allow-Origin': 'a, b' }), 50, false],
    ['that is on one line', 'where only a later one may', lines({ 'Access-Control-Allow-Origin': 'a, b' }), 150, true],
    ['that is on two lines', 'whatever is in the cache', twoLines, 50, true],
  ])('tells of a list %s, %s, whether its lines are known', (_, __, corsLines, startedAt, linesKnown) => {
    const [changed] = withLogEntries([exchange('A', 100), exchange('B', startedAt)], [logged(corsLines)]).changed;
    expect(changed?.hops[0]?.response?.linesKnown).toBe(linesKnown);
  });

  it.each([
    ['each its own', [100, 150], ['first', 'second']],
    ['none to the one whose entry is yet to come', [100], ['first', null]],
  ])('that is read again as a whole gives %s of two requests alike', (_, starts, expected) => {
    const entryOf = (startedAt: number) => ({ ...logged([], startedAt), resourceType: startedAt === 100 ? 'first' : 'second' });
    const told = withLogEntries([exchange('A', 100)], [entryOf(100)]).changed;
    const known = new Map([...told, exchange('B', 150)].map(each => [each.id, each]));
    for (const changed of withLogEntries(known.values(), starts.map(entryOf), true).changed) known.set(changed.id, changed);
    expect([...known.values()].map(({ log }) => log?.resourceType ?? null)).toEqual(expected);
  });

  it.each([
    ['xmlhttprequest', 'image', null],
    ['xmlhttprequest', 'script', null],
    ['xmlhttprequest', 'fetch', 'fetch'],
    ['xmlhttprequest', 'xhr', 'xhr'],
    ['xmlhttprequest', 'preflight', 'preflight'],
    ['font', 'font', 'font'],
    ['font', 'image', null],
    ['font', 'fetch', null],
    ['font', 'other', 'other'],
  ])('of a request of the type %s takes an entry of the kind %s as %s', (type, resourceType, expected) => {
    const [changed] = withLogEntries([{ ...exchange('A', 100), type }], [{ ...logged([]), resourceType }]).changed;
    expect(changed?.log?.resourceType ?? null).toBe(expected);
  });

  it.each([
    [0, 1],
    [101, 0],
    [200, 0],
  ])('tells of a socket that was not opened: an entry with status %i changes %i', (status, count) => {
    const url = 'wss://api.test/live';
    expect(withLogEntries([exchange('A', 100, url)], [{ ...logged([]), url, status }]).changed).toHaveLength(count);
  });

  it('tells of the request for a font, not of the look into the cache before it', () => {
    const look = { ...exchange('A', 100), error: 'net::ERR_CACHE_MISS' };
    expect(withLogEntries([look, exchange('B', 140)], [logged([])]).changed.map(({ id }) => id)).toEqual(['B']);
  });

  it.each([
    ['net::ERR_FAILED', 200, 1],
    [null, 200, 0],
    [null, 404, 0],
    [null, 302, 1],
  ])('of a request that failed is believed once it has the end: with the error %s and the status %i it changes %i', (error, status, count) => {
    const failed: Exchange = { ...exchange('A', 100), state: 'failed', error: 'net::ERR_FAILED' };
    expect(withLogEntries([failed], [{ ...logged([]), error, status }]).changed).toHaveLength(count);
  });

  it('tells who asked', () => {
    const initiator = { url: 'http://page.test/app.js', line: 3, column: 9, function: 'load' };
    expect(withLogEntries([exchange('A', 100)], [{ ...logged([]), initiator }]).changed[0]?.log?.initiator).toEqual(initiator);
  });
});

const PAGE = 'https://page.test';

describe('a request that was never sent', () => {
  const blocked = {
    ...logged([]),
    status: 0,
    error: '',
    initiator: { url: 'https://page.test/app.js', line: 1, column: 1, function: '' },
  };
  const insecure = { ...blocked, initiator: { ...blocked.initiator, url: 'http://page.test/app.js' } };
  it.each([
    ['mixed content', blocked, PAGE, 'blocked:mixed-content'],
    ['mixed content of a frame', blocked, 'http://page.test', 'blocked:mixed-content'],
    ['mixed content of a frame on this machine', insecure, PAGE, 'blocked:mixed-content'],
    ['an answer that came', { ...blocked, status: 200 }, PAGE, undefined],
    ['an error with a name', { ...blocked, error: 'net::ERR_FAILED' }, PAGE, undefined],
    ['a secure address', { ...blocked, url: 'https://api.test/data' }, PAGE, undefined],
    ['a page that is not secure itself', insecure, 'http://page.test', undefined],
    ['code that the log does not know', { ...blocked, initiator: null }, PAGE, 'blocked:mixed-content'],
  ])('%s', (_, entry, page, error) => {
    expect(neverSent(entry, 1, page)?.error).toBe(error);
  });
});

describe('an entry and its exchange, whichever comes first', () => {
  it.each([
    ['the entry after the exchange', true],
    ['the entry before the exchange', false],
  ])('%s', (_, isExchangeFirst) => {
    const evidence = createLogEvidence();
    const seen = exchange('A', 100);
    const entry = logged([]);
    const known = isExchangeFirst ? [seen] : [];
    const [changed = seen] = evidence.add(1, [entry], false, known, PAGE);
    const completed = evidence.complete(changed);
    expect(completed.log?.resourceType).toBe('xhr');
  });
});
