/** English: what a page's preflights cost. */
import { number, plural } from './numbers.ts';

interface Savings {
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
  savable: ({ engine, count, waited, hours }: Savings): string =>
    count === 0
      ? `${engine} remembers an answer for ${plural(hours, 'hour', 'hours')} at most. That would have saved none of these.`
      : `${engine} remembers an answer for ${plural(hours, 'hour', 'hours')} at most, if you let it. That would have saved ${number(count)} of these, and ${waited} of waiting.`,
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
  noMaxAge: 'no Access-Control-Max-Age: remembered for 5 seconds',
  neverAllowed: 'never allowed, so never remembered',
  more: (count: number) => `… and ${plural(count, 'endpoint', 'endpoints')} more, not shown`,
  legend: 'Bar: the waiting. Striped: what could be saved of it. Marks below: when each was made.',
};
