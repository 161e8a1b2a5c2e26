import { describe, expect, it } from 'vitest';
import type { Exchange, Observation } from '../../src/model.ts';
import { concernsCors, isNeverCors } from '../../src/watch/keep.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { event } from './events.ts';

const exchangeOf = (observations: readonly Observation[]): Exchange => {
  const pairing = createPairing({ linesKnown: true });
  const changed = observations.flatMap(observation => pairing.observe(observation)).at(-1);
  if (!changed) throw new Error('no exchange');
  return changed;
};
const simple = (details: Parameters<typeof event>[2], headers: Readonly<Record<string, string>> = {}): readonly Observation[] => [
  event('started', 'R', details),
  event('sent', 'R', { ...details, headers }),
  event('answered', 'R', details),
  event('completed', 'R', details),
];

const socket = (end: readonly Observation[], url = 'ws://api.test/live'): readonly Observation[] => {
  const details = { url, type: 'websocket' };
  return [event('started', 'R', details), event('sent', 'R', details), ...end];
};

describe('what is worth keeping', () => {
  it.each([
    ['an answer of the same origin', simple({ url: 'http://page.test/x' }), false],
    ['a cross-origin fetch', simple({}, { 'Sec-Fetch-Mode': 'cors' }), true],
    ['a fetch that may not be read', simple({}, { 'Sec-Fetch-Mode': 'no-cors' }), true],
    ['something sent that may not be read', simple({ method: 'POST' }, { 'Sec-Fetch-Mode': 'no-cors' }), false],
    ['a fetch of a service worker that may not be read', simple({ frameId: -1 }, { 'Sec-Fetch-Mode': 'no-cors' }), false],
    ['a plain image that arrived', simple({ type: 'image' }, { 'Sec-Fetch-Mode': 'no-cors' }), false],
    ['a plain image where the browser tells no mode', simple({ type: 'image' }), false],
    ['a request with an Origin where the browser tells no mode', simple({}, { Origin: 'http://page.test' }), true],
    ['a plain image that failed', [event('started', 'R', { type: 'image' }), event('failed', 'R')], true],
    ['anything still in flight', [event('started', 'R')], true],
    ['a request of a page without an origin', simple({ initiator: 'null', url: 'http://page.test/x' }, { Origin: 'null' }), true],
    [
      'a redirect that is not followed, away from the origin',
      [
        event('started', 'R', { url: 'http://page.test/x' }),
        event('answered', 'R', { url: 'http://page.test/x', status: 302, headers: { Location: 'data:,x' } }),
      ],
      true,
    ],
    [
      'a redirect within the origin',
      [
        event('started', 'R', { url: 'http://page.test/x' }),
        event('answered', 'R', { url: 'http://page.test/x', status: 302, headers: { Location: '/y' } }),
      ],
      false,
    ],
    [
      'a redirect from the same origin to another',
      [
        event('started', 'R', { url: 'http://page.test/x' }),
        event('redirected', 'R', { url: 'http://page.test/x', status: 302, to: 'http://api.test/' }),
        ...simple({}, { 'Sec-Fetch-Mode': 'cors' }),
      ],
      true,
    ],
    ['a WebSocket that was turned away', socket([event('answered', 'R', { status: 403 }), event('completed', 'R', { status: 403 })]), true],
    ['a WebSocket without an answer', socket([event('failed', 'R', { error: 'net::ERR_FAILED' })]), true],
    ['a WebSocket that was opened', socket([event('answered', 'R', { status: 101 }), event('completed', 'R', { status: 101 })]), false],
    [
      'a WebSocket that was opened over HTTP/2',
      socket([event('answered', 'R', { url: 'wss://api.test/live', status: 200 }), event('completed', 'R')], 'wss://api.test/live'),
      false,
    ],
    [
      'a page in the place of a WebSocket',
      socket(
        [event('answered', 'R', { url: 'wss://api.test/live', status: 200, headers: { 'Content-Type': 'text/html' } }), event('completed', 'R')],
        'wss://api.test/live',
      ),
      true,
    ],
    ['a WebSocket that broke later', socket([event('answered', 'R', { status: 101 }), event('failed', 'R')]), false],
    [
      'a WebSocket over HTTP/2 that broke later',
      socket([event('answered', 'R', { url: 'wss://api.test/live', status: 200 }), event('failed', 'R')], 'wss://api.test/live'),
      false,
    ],
    ['a WebSocket that is being opened', socket([]), false],
    ['a WebSocket of the page’s own server', socket([event('failed', 'R')], 'ws://page.test/live'), false],
  ] satisfies readonly [string, readonly Observation[], boolean][])('%s', (_, observations, isKept) => {
    expect(concernsCors(exchangeOf(observations))).toBe(isKept);
  });

  it.each([
    ['main_frame', true],
    ['sub_frame', true],
    ['websocket', false],
    ['xmlhttprequest', false],
    ['font', false],
    ['ping', false],
  ])('%s is never subject to CORS: %s', (type, isNever) => {
    expect(isNeverCors({ type })).toBe(isNever);
  });
});
