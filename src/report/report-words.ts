/** What every readable export says of a report as a whole, in the same words. */
import type { Report } from '../model.ts';
import { missedLoad } from './additions.ts';
import { countSeen } from './failure-words.ts';
import type { Notation } from './notation.ts';

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function title({ failures }: Report): string {
  const blocked = failures.reduce((sum, failure) => sum + countSeen(failure), 0);
  if (blocked === 0) return 'CORS report: no request was blocked';
  const different = blocked === failures.length ? '' : `, ${count(failures.length, 'failure', 'different failures')}`;
  return `CORS report: ${count(blocked, 'blocked request', 'blocked requests')}${different}`;
}

export function introduction({ page, failures }: Report, { code }: Notation): string {
  const where = page.url === '' ? 'A page' : `The page ${code(page.url)}`;
  if (failures.length === 0) return `${where} was watched, and the browser let all of its requests to other origins through.`;
  return [
    `${where} asked another server for something, and the browser did not give it the answer.`,
    `An origin is the scheme, the host and the port of an address. A browser lets a page read the answers of another origin only if that server says so, with response headers whose names begin with ${code('Access-Control-')}.`,
    'Only browsers enforce this: the same request works in curl or Postman, which proves nothing.',
    'Each failure below says who can mend it, and what to change so that one change is enough.',
  ].join(' ');
}

export const RESTS_ON = 'What this rests on';

const ENGINES = { chromium: 'Chromium', firefox: 'Firefox' } satisfies Record<Report['browser']['engine'], string>;

export function facts({ browser, generator, createdAt, recording }: Report, { code, prose }: Notation): readonly string[] {
  const { startedAt, requests, crossOrigin, preflights, dropped, incomplete } = recording;
  return [
    `Browser: ${ENGINES[browser.engine]} ${prose(browser.version)}`,
    `Written by CORS DevTools ${prose(generator.version)} at ${code(createdAt)}; recorded since ${code(startedAt)}`,
    `${count(requests, 'request', 'requests')} seen, ${crossOrigin} of them to another origin, with ${count(preflights, 'preflight', 'preflights')}`,
    ...(missedLoad(recording) ? ['The page was loaded before recording began: requests that it made until then are missing.'] : []),
    ...(dropped > 0
      ? [`${count(dropped, 'older request was', 'older requests were')} let go, because the record is bounded: this report may lack failures.`]
      : []),
    ...(incomplete > 0
      ? [
          `${count(incomplete, 'request was', 'requests were')} seen only in part, because recording began or was interrupted while they were in flight.`,
        ]
      : []),
  ];
}

export function privacy({ redacted }: Report, { code, strong }: Notation): string {
  return redacted
    ? `${strong('Privacy:')} cookies, credentials, passwords in URLs and what looks like a token are replaced by ${code('[redacted]')} (${code('redacted')} in URLs); put your own values there to repeat a request. Read this text before you post it all the same: addresses and other values are as they were.`
    : `${strong('Privacy:')} nothing in this text is redacted. It may hold cookies, credentials and tokens that still work: do not post it where others can read it.`;
}
