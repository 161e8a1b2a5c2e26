/** What every readable export says of a failure, in the same words. */
import type { Cause, ReportFailure, Responsible } from '../model.ts';
import { additionsOf } from './additions.ts';
import type { Notation } from './notation.ts';

export const RESPONSIBLE = {
  server: 'Whoever runs the server that was asked',
  page: 'Whoever writes the page that asked',
  gateway: 'Whoever runs the proxy, gateway or CDN in front of the server',
  network: 'Whoever runs the network or the connection to the server',
  browser: 'The person at the browser: it is one of its settings',
  extension: 'The person at the browser: one of its extensions did it',
  nobody: 'Nobody has to: it works as meant',
} satisfies Record<Responsible, string>;

export const STAGES = {
  preflight: 'the answer to the preflight',
  redirect: 'the redirect',
  response: 'the answer to the request',
  network: 'the connection',
} satisfies Record<ReportFailure['stage'], string>;

export const CONFIDENCE = { certain: '', likely: ' (likely)', possible: ' (possible)' } satisfies Record<Cause['confidence'], string>;

export const NOT_CORS = 'the page sees the same error, but no CORS header can mend this one.';
export const NO_FIX = "No change to the server's answers would help here.";
export const WHOLE_FIX =
  'This is the whole change: with it, the request goes through. Each line replaces every line of that name in the answer; all other lines stay.';
export const CURL_SHOWS =
  'curl does not enforce CORS, so it shows every answer: look whether the answer has the headers above. Request bodies are not recorded, so none is sent.';

export const countSeen = (failure: ReportFailure): number => failure.occurrences.length + additionsOf(failure).occurrencesLeftOut;

export function timesSeen(failure: ReportFailure, { code }: Notation): string {
  const { occurrences } = failure;
  const first = code(occurrences[0]?.startedAt ?? '');
  const count = countSeen(failure);
  return count === 1 ? `once, at ${first}` : `${count} times, first at ${first}, last at ${code(occurrences.at(-1)?.startedAt ?? '')}`;
}

/** Whether a URL is a clause of a standard, the one kind of address that is made a link. */
export function isClause(spec: string): boolean {
  return /^https:\/\/[a-z.-]+\/[\w./#-]*$/i.test(spec);
}
