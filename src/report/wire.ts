/** The messages of a failure, in the order in which they were sent, whatever form they are written in. */
import type { Headers, ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';
import type { Notation } from './notation.ts';

export interface Message {
  readonly title: string;
  readonly headers: Headers;
}

export function messagesOf(failure: ReportFailure, { code, words: { wire } }: Notation): readonly Message[] {
  const { request, preflight, redirects, response } = failure;
  const { stoppedAt, preflightUrl } = additionsOf(failure);
  const asked =
    preflight === null ? [] : [{ title: wire.preflight(code(`OPTIONS ${preflightUrl ?? request.url}`)), headers: preflight.request.headers }];
  const leave = preflight?.response ? [{ title: wire.preflightAnswer(preflight.response.status), headers: preflight.response.headers }] : [];
  return [
    ...asked,
    ...leave,
    { title: wire.request(code(`${request.method} ${request.url}`)), headers: request.headers },
    ...redirects.map(({ url, status, headers }) => ({ title: wire.redirect(code(url), status), headers })),
    ...(stoppedAt === null ? [] : [{ title: wire.later(code(`${stoppedAt.method} ${stoppedAt.url}`)), headers: stoppedAt.headers }]),
    ...(response === null ? [] : [{ title: wire.answer(response.status), headers: response.headers }]),
  ];
}

/** A sentence about the header lines that the lists do not hold; null where they hold all. */
export function leftOut(failure: ReportFailure, { words: { wire } }: Notation): string | null {
  const { headersLeftOut } = additionsOf(failure);
  return headersLeftOut > 0 ? wire.leftOut(headersLeftOut) : null;
}
