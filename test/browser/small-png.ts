/**
 * Writes a small PNG, of 64 colours. A picture of text has a few grounds and inks, which are kept as they are, and thousands
 * of shades between them, of which each becomes the nearest that is kept; so written it is a quarter of its size.
 */
import { crc32, deflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each point. */
  readonly data: Buffer;
}

const COLOURS = 64;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of a point: what its colour is called here. Every point is opaque. */
const colourAt = (data: Buffer, point: number): number => data.readUIntBE(4 * point, 3);
const channels = (colour: number): readonly [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

const distance = (a: number, b: number): number => {
  const [red, green, blue] = channels(a);
  const [otherRed, otherGreen, otherBlue] = channels(b);
  return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** The colours that are missed most, by how often they are there and how far they are from what is kept already. */
const paletteOf = (counts: ReadonlyMap<number, number>): readonly number[] => {
  const colours = [...counts].sort(([a], [b]) => a - b);
  const palette: number[] = [];
  const distances = colours.map(() => Number.MAX_SAFE_INTEGER);
  while (palette.length < Math.min(COLOURS, colours.length)) {
    let most = 0;
    let chosen = 0;
    for (const [index, [, count]] of colours.entries()) {
      const missed = count * (distances[index] ?? 0);
      if (missed > most) [most, chosen] = [missed, index];
    }
    const [colour = 0] = colours[chosen] ?? [];
    palette.push(colour);
    for (const [index, [other]] of colours.entries()) distances[index] = Math.min(distances[index] ?? 0, distance(colour, other));
  }
  return palette;
};

const nearestOf = (palette: readonly number[], colour: number): number => {
  let best = 0;
  for (const [place, kept] of palette.entries()) if (distance(colour, kept) < distance(colour, palette[best] ?? 0)) best = place;
  return best;
};

export const smallPng = ({ width, height, data }: Picture): Buffer => {
  const counts = new Map<number, number>();
  for (let point = 0; point < width * height; point += 1) {
    const colour = colourAt(data, point);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const places = new Map([...counts.keys()].map(colour => [colour, nearestOf(palette, colour)]));
  // Each line begins with its filter: none.
  const lines = Buffer.alloc((width + 1) * height);
  for (let point = 0; point < width * height; point += 1) {
    const line = Math.floor(point / width);
    lines[point + line + 1] = places.get(colourAt(data, point)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a point, each the place of its colour in the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
