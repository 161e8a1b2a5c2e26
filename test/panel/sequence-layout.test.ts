import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceOf } from '../../panel/sequence.ts';
import { type Layout, layOut, mirror, wrap } from '../../panel/sequence-layout.ts';
import { stepsOf } from '../../panel/steps.ts';
import { exchange, headers, hop, missing, preflight, response, verdict } from './fixtures.ts';

const PER_CHARACTER = 7;
const measure = (text: string): number => [...text].length * PER_CHARACTER;

const layoutOf = (text: string, width: number, servers = 1): Layout => {
  const hops = Array.from({ length: servers }, (_, index) =>
    hop({
      url: `https://s${index}.example/`,
      method: text || 'GET',
      requestHeaders: headers({ Origin: text }),
      preflights: [preflight({ requestHeaders: headers({ 'Access-Control-Request-Method': text }) })],
      response: response(302, { Location: text, 'Access-Control-Allow-Origin': text }),
    }),
  );
  const seen = exchange('e', { hops });
  const steps = stepsOf(seen, verdict('blocked', [missing({ hop: servers - 1, stage: 'redirect' })]));
  return layOut(sequenceOf(seen, text, steps, 3), width, measure);
};

/** From where to where each label reaches. */
const extents = ({ lifelines, arrows }: Layout): readonly (readonly [left: number, right: number])[] =>
  [...lifelines, ...arrows]
    .flatMap(({ labels }) => labels)
    .map(({ x, anchor, text }) => {
      const width = measure(text);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return [left, left + width];
    });

const LONG = `https://${'a-very-long-name.'.repeat(20)}example`;

describe('layOut', () => {
  it.each([
    [336, 1, 'https://app.example'],
    [336, 1, LONG],
    [336, 2, LONG],
    [520, 3, LONG],
    [820, 1, LONG],
    [820, 3, '\u202e\u200b'.repeat(500)],
    [336, 2, ''],
  ])('keeps all within %i pixels, with %i servers', (width, servers, text) => {
    const layout = layoutOf(text, width, servers);
    expect(extents(layout).filter(([left, right]) => left < 0 || right > width)).toEqual([]);
    expect(layout.arrows.filter(({ x1, x2 }) => Math.min(x1, x2) < 0 || Math.max(x1, x2) > width)).toEqual([]);
  });

  it('has one thing below the other', () => {
    const { arrows, height } = layoutOf('https://app.example', 400, 2);
    const ys = arrows.flatMap(({ labels, y }) => [...labels.filter(({ role }) => role !== 'problem').map(label => label.y), y]);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(Math.max(...ys)).toBeLessThan(height);
  });

  it('has the cross where the answer is refused: at the browser', () => {
    const { arrows, lifelines } = layoutOf('GET', 400);
    expect(arrows.flatMap(({ cross }) => (cross === null ? [] : [cross]))).toEqual([lifelines[1]?.x]);
  });
});

describe('mirror', () => {
  it('flips all places and no text', () => {
    const layout = layoutOf('https://app.example', 400, 2);
    const flipped = mirror(layout);
    expect(mirror(flipped)).toEqual(layout);
    expect(extents(flipped)).toEqual(extents(layout).map(([left, right]) => [400 - right, 400 - left]));
    expect(flipped.arrows.map(({ direction }) => direction)).toEqual(layout.arrows.map(({ direction }) => (direction === 1 ? -1 : 1)));
  });
});

describe('wrap', () => {
  it.each<[text: string, room: number, most: number, lines: readonly string[]]>([
    ['', 70, 2, []],
    ['short', 70, 2, ['short']],
    ['Allow-Origin: https://app.example', 140, 3, ['Allow-Origin:', 'https://app.example']],
    ['localhost:40403', 98, 2, ['localhost:', '40403']],
    ['Origin: http://localhost', 112, 3, ['Origin:', 'http://localhost']],
    ['abcdefghijklmno', 70, 2, ['abcdefghij', 'klmno']],
    ['abcdefghijklmnopqrstuvwxyz', 70, 2, ['abcdefghij', 'klmnopqrs…']],
    ['a\u202eb', 700, 1, ['a⟨U+202E⟩b']],
    ['😀😀😀', 14, 2, ['😀😀', '😀']],
    ['ab', 1, 3, ['a', 'b']],
  ])('%j', (text, room, most, lines) => {
    expect(wrap(text, room, most, measure)).toEqual(lines);
  });

  it('is bounded, whatever the text and the room', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 7, max: 700 }), (text, room) => {
        const lines = wrap(text, room, 3, measure);
        expect(lines.length).toBeLessThanOrEqual(3);
        expect(lines.every(each => measure(each) <= room || [...each].length <= 2)).toBe(true);
      }),
    );
  });
});
