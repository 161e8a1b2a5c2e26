/** Where everything in the picture of an exchange stands, for a width. Lengths are in pixels; text runs from left to right. */
import { type Arrow, type Lifeline, noteOf, type Sequence } from './sequence.ts';
import type { StepState } from './steps.ts';
import { bound, makeVisible } from './text.ts';

/** strong: in the interface's face, bold; code: in the face of code. */
export type Face = 'strong' | 'code';
export type Measure = (text: string, face: Face) => number;

export interface Label {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly face: Face;
  readonly role: 'name' | 'title' | 'detail' | 'note' | 'problem';
  readonly text: string;
}

export interface DrawnArrow {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly state: StepState;
  /** Where its cross is; null without one. */
  readonly cross: number | null;
  /** 1 where it points to the right, else -1. */
  readonly direction: 1 | -1;
  readonly hasHead: boolean;
  readonly labels: readonly Label[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lifelines: readonly { readonly x: number; readonly y1: number; readonly y2: number; readonly labels: readonly Label[] }[];
  readonly arrows: readonly DrawnArrow[];
}

const LINE_HEIGHT = 15;
/** From the top of a line to its base line. */
const ASCENT = 11;
const GAP = 6;
/** Between a lifeline and the text beside it. */
const INDENT = 7;
/** Between an arrow's end and the lifeline that it points to. */
const TIP = 2;
/** How far on its way an arrow gets that nothing answers. */
const CUT_AT = 0.6;
/** Of a hostile text, before it is wrapped. */
const TEXT_LENGTH = 200;
const NAME_LINES = 3;
const DETAIL_LINES = 3;

/** Where a line is broken, the best first. */
const BREAKS = [/\s/, /[,;:./&?=-]/];
/** A break further back than this part of a line would leave it too empty. */
const LEAST_FILLED = 0.5;

/** How many characters fit, at least one; `tail` comes behind them. */
function fitting(characters: readonly string[], room: number, measure: (text: string) => number, tail = ''): number {
  let least = 1;
  let most = characters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(characters.slice(0, middle).join('') + tail) <= room) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** Whether a break behind this character would tear :// apart, or from what follows it. */
const isInScheme = (characters: readonly string[], index: number): boolean =>
  characters[index + 1] === '/' || (characters[index] === '/' && characters[index - 1] === '/');

/** How many of these characters stand before the best place for a break; all of them where there is none. */
function breakAt(characters: readonly string[]): number {
  for (const pattern of BREAKS) {
    const end = characters.findLastIndex((character, index) => pattern.test(character) && !isInScheme(characters, index)) + 1;
    if (end >= characters.length * LEAST_FILLED) return end;
  }
  return characters.length;
}

/** Cut into lines that fit; what is left over after the last gives way to an ellipsis. */
export function wrap(text: string, room: number, most: number, measure: (text: string) => number): readonly string[] {
  const { shown, hidden } = bound(text, TEXT_LENGTH);
  let rest: readonly string[] = [...makeVisible(shown), ...(hidden > 0 ? ['…'] : [])];
  const lines: string[] = [];
  while (rest.length > 0) {
    const fits = fitting(rest, room, measure);
    if (fits < rest.length && lines.length === most - 1) return [...lines, `${rest.slice(0, fitting(rest, room, measure, '…')).join('')}…`];
    const end = fits < rest.length ? breakAt(rest.slice(0, fits)) : fits;
    lines.push(rest.slice(0, end).join('').trim());
    rest = rest.slice(end);
  }
  return lines;
}

/** The page and the browser keep to the left: between browser and servers most is said. */
function placesOf(count: number, width: number): readonly number[] {
  if (count === 3) return [0.14, 0.46, 0.86].map(part => Math.round(part * width));
  const edge = 0.5 / count;
  return Array.from({ length: count }, (_, index) => Math.round(width * (edge + (index / (count - 1)) * (1 - 2 * edge))));
}

/** The names at the top, each in the room up to halfway to the next. */
function namesOf(lifelines: readonly Lifeline[], places: readonly number[], width: number, measure: Measure): readonly (readonly Label[])[] {
  return lifelines.map(({ title, name }, index) => {
    const x = places[index] ?? 0;
    const left = index === 0 ? x : (x - (places[index - 1] ?? 0)) / 2;
    const right = index === lifelines.length - 1 ? width - x : ((places[index + 1] ?? width) - x) / 2;
    const room = 2 * Math.min(left, right) - GAP;
    const names = name === '' ? [] : wrap(name, room, NAME_LINES, text => measure(text, 'code'));
    return [title, ...names].map((text, row) => ({
      x,
      y: row * LINE_HEIGHT + ASCENT,
      anchor: 'middle',
      face: row === 0 ? 'strong' : 'code',
      role: 'name',
      text,
    }));
  });
}

/** An arrow with what stands above it, and the broken rule below. `top` is where it may begin; gives where the next may. */
function drawArrow(arrow: Arrow, places: readonly number[], top: number, width: number, measure: Measure): readonly [DrawnArrow, number] {
  const from = places[arrow.from] ?? 0;
  const to = places[arrow.to] ?? 0;
  const direction = to > from ? 1 : -1;
  const x = Math.min(from, to) + INDENT;
  const room = width - x - GAP;
  let y = top;
  const labels: Label[] = [];
  const say = (role: Label['role'], face: Face, text: string, most: number): void => {
    for (const part of wrap(text, room, most, each => measure(each, face))) {
      labels.push({ x, y: y + ASCENT, anchor: 'start', face, role, text: part });
      y += LINE_HEIGHT;
    }
  };
  if (arrow.title !== '') say('title', 'strong', arrow.title, 2);
  if (arrow.detail !== null) say('detail', 'code', arrow.detail, DETAIL_LINES);
  const note = noteOf(arrow.state);
  if (note !== '' && arrow.problem === null) say('note', 'strong', note, 1);
  y += GAP;
  const end = to - direction * TIP;
  const reach = arrow.isCut ? from + (to - from) * CUT_AT : end;
  const at = y;
  y += GAP + 2;
  if (arrow.problem !== null) say('problem', 'strong', arrow.problem, 2);
  const drawn: DrawnArrow = {
    x1: from,
    x2: Math.round(reach),
    y: at,
    state: arrow.state,
    cross: arrow.problem === null ? null : Math.round(arrow.isCut ? reach : to),
    direction,
    hasHead: !arrow.isCut && arrow.state !== 'never' && arrow.state !== 'unseen',
    labels,
  };
  return [drawn, y + GAP];
}

export function layOut({ lifelines, arrows }: Sequence, width: number, measure: Measure): Layout {
  const places = placesOf(lifelines.length, width);
  const names = namesOf(lifelines, places, width, measure);
  let y = Math.max(...names.map(({ length }) => length)) * LINE_HEIGHT + 2 * GAP;
  const top = y - GAP;
  const drawn = arrows.map(arrow => {
    const [each, next] = drawArrow(arrow, places, y, width, measure);
    y = next;
    return each;
  });
  return {
    width,
    height: y,
    lifelines: lifelines.map((_, index) => ({ x: places[index] ?? 0, y1: top, y2: y, labels: names[index] ?? [] })),
    arrows: drawn,
  };
}

/** The same from right to left: only places change, since text keeps its own direction. */
export function mirror({ width, height, lifelines, arrows }: Layout): Layout {
  const flip = (x: number): number => width - x;
  const flipLabel = (label: Label): Label => ({
    ...label,
    x: flip(label.x),
    anchor: label.anchor === 'middle' ? 'middle' : label.anchor === 'start' ? 'end' : 'start',
  });
  return {
    width,
    height,
    lifelines: lifelines.map(each => ({ ...each, x: flip(each.x), labels: each.labels.map(flipLabel) })),
    arrows: arrows.map(arrow => ({
      ...arrow,
      x1: flip(arrow.x1),
      x2: flip(arrow.x2),
      cross: arrow.cross === null ? null : flip(arrow.cross),
      direction: arrow.direction === 1 ? -1 : 1,
      labels: arrow.labels.map(flipLabel),
    })),
  };
}
