/** The words of the pictures: what is drawn of one exchange, and of a page's preflights. Loaded with them. */
import type { BrowserInfo } from '../src/model.ts';
import type { Edit, Place } from './difference.ts';
import { makeVisible } from './text.ts';

const plural = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const enumerate = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const characterNames: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\u00a0': 'a no-break space, U+00A0',
  '/': '/ (slash)',
  ':': ': (colon)',
  '.': '. (dot)',
  ',': ', (comma)',
  ';': '; (semicolon)',
  '-': '- (hyphen)',
  _: '_ (underscore)',
  '"': '" (quotation mark)',
  "'": "' (apostrophe)",
  '*': '* (asterisk)',
};

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** One character so that it cannot be overlooked or taken for another, however it looks or is read aloud. */
function nameOfCharacter(character: string): string {
  const name = characterNames[character];
  if (name !== undefined) return name;
  if (makeVisible(character) !== character) return `one that cannot be seen, ${codePoint(character)}`;
  if (character > '~') return `${character} (${codePoint(character)})`;
  if (/[A-Z]/.test(character)) return `upper-case ${character}`;
  return character;
}

const isOne = (text: string): boolean => [...text].length === 1;
const named = (text: string): string => (isOne(text) ? nameOfCharacter(text) : `“${text}”`);
const count = (text: string): string => (isOne(text) ? 'One character' : `${[...text].length} characters`);
const placed = (place: Place): string => (place === 'start' ? 'at the beginning' : place === 'end' ? 'at the end' : `after “${place.after}”`);
const cased = (text: string): string => (/^[A-Z]$/.test(text) ? `upper-case ${text}` : /^[a-z]$/.test(text) ? `lower-case ${text}` : `“${text}”`);

function unlisted(items: Extract<Edit, { readonly kind: 'unlisted' }>['items']): string {
  const slips = items.filter(({ almost }) => almost !== null);
  const missing = `Missing from the list: ${items.map(({ item }) => item).join(', ')}.`;
  return [missing, ...slips.map(({ item, almost }) => `“${almost}” is there, but it is not the same as “${item}”.`)].join(' ');
}

/** Stands before the sentence. */
export const editTitle = 'Difference';

/** What differs between what came and what would pass, in a sentence. It may quote hostile text. */
export function editSentence(edit: Edit): string {
  switch (edit.kind) {
    case 'extra':
      return `${count(edit.text)} too many: ${named(edit.text)}, ${placed(edit.place)}.`;
    case 'missing':
      return `${count(edit.text)} missing: ${named(edit.text)}, ${placed(edit.place)}.`;
    case 'other':
      return isOne(edit.received) && isOne(edit.expected)
        ? `One character differs: ${named(edit.received)} came where ${named(edit.expected)} would pass, ${placed(edit.place)}.`
        : `${named(edit.received)} came where ${named(edit.expected)} would pass, ${placed(edit.place)}.`;
    case 'case':
      return `Only the case of letters differs: ${cased(edit.received)} came where ${cased(edit.expected)} would pass.`;
    case 'unlisted':
      return unlisted(edit.items);
  }
}

export type OriginPart = 'scheme' | 'host' | 'port';

const partNames: Readonly<Record<OriginPart, string>> = { scheme: 'scheme', host: 'host', port: 'port' };

export const originWords = {
  parts: { scheme: 'Scheme', host: 'Host', port: 'Port' } satisfies Record<OriginPart, string>,
  page: 'Your page',
  server: 'The server',
  compared: 'Compared',
  same: 'same',
  differs: 'differs',
  /** A port that the address does not name. */
  defaultPort: (port: string) => `${port} (default)`,
  noPort: 'none',
  /** Says what the columns show. */
  difference: (parts: readonly OriginPart[]) =>
    parts.length === 0 ? 'They do not differ: this is one origin.' : `They differ in the ${enumerate(parts.map(part => partNames[part]))}.`,
  nullPage:
    'This page has no origin of its own. The browser calls it “null”: a sandboxed frame, a local file or a data: address. It equals no origin, not even another “null”.',
  tainted: (page: string) =>
    `The browser does not name ${page} here. It says “null”, because the request was redirected from one foreign origin to another.`,
} as const;

export const sequenceWords = {
  toggle: 'As a picture',
  page: 'Your page',
  browser: 'Browser',
  server: 'Server',
  moreServers: (count: number) => plural(count, 'more server', 'more servers'),
  /** The picture in one sentence; the list of steps says all of it. */
  name: ({ from, method, to, end }: { readonly from: string; readonly method: string; readonly to: string; readonly end: string }) =>
    `${from} asks ${to} with ${method}; ${end}`,
  stoppedAt: (step: string, problem: string) => `it stops at “${step}”: ${problem}.`,
  ended: (step: string) => `it ends so: ${step}.`,
  lacks: (header: string) => `no ${header}`,
} as const;

export interface Savings {
  readonly engine: string;
  readonly count: number;
  readonly waited: string;
  /** How long the engine remembers an answer at most. */
  readonly hours: number;
}

export const costWords = {
  close: 'Close',
  summary: (count: number, waited: string) => `${plural(count, 'preflight', 'preflights')}, ${waited} of waiting in all`,
  sideBySide: 'Requests that waited side by side are added up, so your visitors may notice less.',
  savable: ({ engine, count, waited, hours }: Savings) =>
    count === 0
      ? `${engine} remembers an answer for ${plural(hours, 'hour', 'hours')} at most. That would have saved none of these.`
      : `${engine} remembers an answer for ${plural(hours, 'hour', 'hours')} at most, if you let it. That would have saved ${count.toLocaleString('en')} of these, and ${waited} of waiting.`,
  capSource: (engine: string) => `${engine}’s source`,
  howTo: (seconds: number) =>
    `To let every browser remember for as long as it can, answer the preflights (OPTIONS) with Access-Control-Max-Age: ${seconds}. A change of what you allow then takes as long to arrive.`,
  perAddress:
    'An answer is remembered for one address, its query included, and for the methods and headers that it names. What asks for another is asked anew.',
  repeated: (count: number) =>
    `${plural(count, 'preflight was', 'preflights were')} made although an answer was still good. Most likely “Disable cache” is ticked in DevTools. Your visitors do not pay for ${count === 1 ? 'it' : 'these'}.`,
  dropped: 'Older requests were let go, and are not counted here.',
  endpoint: 'Endpoint',
  count: 'Preflights',
  waiting: 'Waiting',
  saved: 'Could be saved',
  maxAge: (value: string) => `Access-Control-Max-Age: ${value}`,
  noMaxAge: 'no Access-Control-Max-Age: remembered for 5 seconds',
  neverAllowed: 'never allowed, so never remembered',
  more: (count: number) => `… and ${plural(count, 'endpoint', 'endpoints')} more, not shown`,
  legend: 'Bar: the waiting. Striped: what could be saved of it. Marks below: when each was made.',
  engines: { chromium: 'Chromium', firefox: 'Firefox' } satisfies Record<BrowserInfo['engine'], string>,
} as const;
