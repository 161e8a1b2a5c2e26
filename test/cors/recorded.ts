import { readFileSync } from 'node:fs';
import { parseUrl } from '../../src/cors/origin.ts';
import type { Exchange, Headers, Hop, PreflightSeen, ResponseSeen } from '../../src/model.ts';
import { exchange, hop, preflight } from './build.ts';

/**
 * What real browsers said: Chromium 156.0.8078.79 (Network.corsErrorStatus of the DevTools protocol) and Firefox ESR 153.7
 * (category of the console's message), each asked the same 371 times by a page at http://127.0.0.1:8000 against servers
 * that answered exactly the lines given here. One case a line.
 */
export interface Recorded {
  readonly name: string;
  readonly type: string;
  readonly method: string;
  readonly credentials: 'include' | 'same-origin' | 'omit';
  readonly initiator: string;
  readonly url: string;
  /** The preflight's answer, had there been one. */
  readonly preflight: RecordedAnswer | null;
  /** What each hop answers, had it been asked. */
  readonly answers: readonly RecordedAnswer[];
  readonly chromium: RecordedRun & { readonly says: readonly [corsError: string, failedParameter: string] | null };
  readonly firefox: RecordedRun & { readonly says: string | null; readonly timing: number | null };
}

type RecordedAnswer = readonly [status: number, lines: readonly (readonly [name: string, value: string])[]];
type SentHeaders = Readonly<Record<string, string>>;

interface RecordedRun {
  /** How the request ended in webRequest: completed, open (no event ever said), or the error's name. */
  readonly end: string;
  readonly redirects: number;
  /** What each hop sent, as far as the browser told. */
  readonly sent: readonly SentHeaders[];
  readonly preflight?: { readonly end: string; readonly sent: SentHeaders };
  readonly blocked: boolean;
}

export const RECORDED: readonly Recorded[] = readFileSync(new URL('./fixtures/verdicts.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Recorded => JSON.parse(line));

const sentHeaders = (sent: SentHeaders): Headers => Object.entries(sent).map(([name, value]) => ({ name, value }));

const ended = (end: string): Pick<Exchange, 'state' | 'error'> =>
  end === 'completed' || end === 'open' ? { state: end, error: null } : { state: 'failed', error: end };

/** Firefox's webRequest joins lines of one name. */
const joined = (headers: Headers): Headers => {
  const values = new Map<string, string>();
  for (const { name, value } of headers) values.set(name, values.has(name) ? `${values.get(name)}, ${value}` : value);
  return [...values].map(([name, value]) => ({ name, value }));
};

const response = ([status, lines]: RecordedAnswer, linesKnown: boolean): ResponseSeen => {
  const headers = lines.map(([name, value]) => ({ name, value }));
  return { status, headers: linesKnown ? headers : joined(headers), linesKnown, delivered: null, fromCache: false, ip: null };
};

/** The answer without a status that Firefox announces for the target of a redirect which it then refuses. */
const EMPTY: RecordedAnswer = [0, []];

/** The exchange that the watching half makes of a run. */
export function exchangeOf(recorded: Recorded, engine: 'chromium' | 'firefox', linesKnown = true): Exchange {
  const run = recorded[engine];
  const hops: Hop[] = [];
  let url = recorded.url;
  for (let index = 0; index <= run.redirects; index++) {
    const sent = run.sent[index];
    const isLast = index === run.redirects;
    const isPreflighted = run.preflight !== undefined && new URL(url).origin !== recorded.initiator;
    const isRefusedEarlier = isPreflighted && run.preflight?.end !== 'completed';
    const answer = recorded.answers[index];
    const isAnswered = sent !== undefined && !isRefusedEarlier && answer !== undefined;
    const preflights: PreflightSeen[] =
      isPreflighted && run.preflight !== undefined
        ? [
            preflight({
              url,
              requestHeaders: sentHeaders(run.preflight.sent),
              response: recorded.preflight === null ? null : response(recorded.preflight, linesKnown),
              ...ended(run.preflight.end),
            }),
          ]
        : [];
    hops.push(
      hop({
        url,
        method: recorded.method,
        requestHeaders: sent === undefined ? null : sentHeaders(sent),
        preflights,
        response: isAnswered ? response(answer, linesKnown) : isLast && engine === 'firefox' && index > 0 ? response(EMPTY, false) : null,
      }),
    );
    const location = answer?.[1].find(([name]) => name === 'Location')?.[1];
    url = parseUrl(location ?? '', url)?.href ?? url;
  }
  return exchange({
    type: recorded.type,
    initiator: recorded.initiator,
    // All were asked by documents.
    documentId: 'D',
    topOrigin: null,
    hops,
    ...ended(run.end),
    timing: engine === 'firefox' && recorded.firefox.timing !== null ? { responseStatus: recorded.firefox.timing, initiatorType: 'fetch' } : null,
  });
}
