/** The messages of a failure, in the order in which they were sent, whatever form they are written in. */
import type { Headers, ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';

export interface Message {
  readonly title: string;
  readonly headers: Headers;
}

/** @param code writes hostile text as code */
export function messagesOf(failure: ReportFailure, code: (text: string) => string): readonly Message[] {
  const { request, preflight, redirects, response } = failure;
  const { stoppedAt, preflightUrl } = additionsOf(failure);
  const asked =
    preflight === null ? [] : [{ title: `The preflight: ${code(`OPTIONS ${preflightUrl ?? request.url}`)}`, headers: preflight.request.headers }];
  const leave = preflight?.response ? [{ title: `Its answer: status ${preflight.response.status}`, headers: preflight.response.headers }] : [];
  return [
    ...asked,
    ...leave,
    { title: `The request: ${code(`${request.method} ${request.url}`)}`, headers: request.headers },
    ...redirects.map(({ url, status, headers }) => ({ title: `The redirect by ${code(url)}: status ${status}`, headers })),
    ...(stoppedAt === null ? [] : [{ title: `The request after it: ${code(`${stoppedAt.method} ${stoppedAt.url}`)}`, headers: stoppedAt.headers }]),
    ...(response === null ? [] : [{ title: `The answer: status ${response.status}`, headers: response.headers }]),
  ];
}

/** A sentence about the header lines that the lists do not hold; null where they hold all. */
export function leftOut(failure: ReportFailure): string | null {
  const { headersLeftOut } = additionsOf(failure);
  return headersLeftOut > 0 ? `${headersLeftOut} header lines are left out.` : null;
}
