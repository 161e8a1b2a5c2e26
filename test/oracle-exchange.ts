import type { Exchange, Headers, Hop } from '../src/model.ts';
import { answer, exchange, preflight } from './cors/build.ts';
import type { Scenario } from './differential/scenarios.ts';
import type { Line, OracleVerdict, WireHop } from './oracle.ts';

export const toHeaders = (lines: readonly Line[]): Headers => lines.map(([name, value]) => ({ name, value }));

const toHop = ({ url, method, preflight: asked, request }: WireHop): Hop => ({
  url,
  method,
  requestHeaders: request && toHeaders(request.request.lines),
  preflights: asked
    ? [preflight({ url, requestHeaders: toHeaders(asked.request.lines), response: answer(asked.answer.status, asked.answer.lines) })]
    : [],
  response: request && answer(request.answer.status, request.answer.lines),
});

/** What the standard makes of a scenario, as Chromium's events would tell it. */
export const toExchange = ({ asked }: Scenario, { stoppedAt, hops }: OracleVerdict): Exchange =>
  exchange({
    initiator: asked.origin,
    hops: hops.map(toHop),
    state: stoppedAt === null ? 'completed' : 'failed',
    error: stoppedAt === null ? null : 'net::ERR_FAILED',
  });
