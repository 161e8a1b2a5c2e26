import type { WholeWords } from '../words.ts';
import { count, number } from './numbers.ts';

const where = (page: string | null): string => (page === null ? 'A page' : `The page ${page}`);

export const whole: WholeWords = {
  titleOfNone: 'CORS report: no request was blocked',
  title: (blocked, different) =>
    `CORS report: ${count(blocked, 'blocked request', 'blocked requests')}${
      different === null ? '' : `, ${count(different, 'failure', 'different failures')}`
    }`,
  nothingBlocked: page => `${where(page)} was watched, and the browser let all of its requests to other origins through.`,
  introduction: (page, { code }) =>
    [
      `${where(page)} asked another server for something, and the browser did not give it the answer.`,
      `An origin is the scheme, the host and the port of an address. A browser lets a page read the answers of another origin only if that server says so, with response headers whose names begin with ${code('Access-Control-')}.`,
      'Only browsers enforce this: the same request works in curl or Postman, which proves nothing.',
      'Each failure below says who can mend it, and what to change so that one change is enough.',
    ].join(' '),
  contents: 'Contents',
  columns: { request: 'Request', headline: 'What happened', responsible: 'Who can mend it', times: 'Times' },
  times: times => `${number(times)} times`,
  moreFailures: more => `${count(more, 'more failure is', 'more failures are')} in the JSON export.`,
  notWrittenOut: (left, all) =>
    `To keep this text short enough for an issue, ${number(left)} of ${count(all, 'failure', 'failures')} ${left === 1 ? 'is' : 'are'} not written out, or not whole. The JSON export has all of them.`,
  advice: 'Worth a look besides',
  moreAdvice: more => `${count(more, 'more piece of advice is', 'more pieces of advice are')} in the JSON export.`,
  restsOn: 'What this rests on',
  browser: (name, version) => `Browser: ${name} ${version}`,
  written: (version, at, since) => `Written by CORS DevTools ${version} at ${at}; recorded since ${since}`,
  seen: (requests, crossOrigin, preflights) =>
    `${count(requests, 'request', 'requests')} seen, ${number(crossOrigin)} of them to another origin, with ${count(preflights, 'preflight', 'preflights')}`,
  missedLoad: 'The page was loaded before recording began: requests that it made until then are missing.',
  dropped: requests =>
    `${count(requests, 'older request was', 'older requests were')} let go, because the record is bounded: this report may lack failures.`,
  incomplete: requests =>
    `${count(requests, 'request was', 'requests were')} seen only in part, because recording began or was interrupted while ${requests === 1 ? 'it was' : 'they were'} in flight.`,
  redacted: ({ code, strong }) =>
    `${strong('Privacy:')} cookies, credentials, passwords in URLs and what looks like a token are replaced by ${code('[redacted]')} (${code('redacted')} in URLs); put your own values there to repeat a request. Read this text before you post it all the same: addresses and other values are as they were.`,
  notRedacted: ({ strong }) =>
    `${strong('Privacy:')} nothing in this text is redacted. It may hold cookies, credentials and tokens that still work: do not post it where others can read it.`,
  failedOnly: failures => `${count(failures, 'failure', 'failures')}. Only failed requests are in here; bodies are not recorded.`,
};
