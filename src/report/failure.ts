import type { Exchange, Explanation, Fix, HeaderEdit, Headers, Hop, PreflightSeen, ReportFailure, ResponseSeen, Verdict } from '../model.ts';
import type { DetailedFailure } from './additions.ts';
import { fieldLines } from './headers.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/** An exchange that was judged. `explanation` is null exactly where the verdict has no failures. */
export interface Judged {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly explanation: Explanation | null;
}

/** A judged exchange that failed. */
export interface JudgedFailure extends Judged {
  readonly explanation: Explanation;
}

export function isFailure(judged: Judged): judged is JudgedFailure {
  return judged.verdict.failures.length > 0 && judged.explanation !== null;
}

/** What a preflight is answered with where nothing says which status it should have. */
const DEFAULT_PREFLIGHT_STATUS = 204;

/** Redirect statuses (Fetch, 2.2.3). */
const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** RFC 3339; the epoch where the time is none. */
export function toDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString();
}

/** One failed exchange in the report's shape, complete but for its id, its other occurrences and its configurations: nothing redacted, nothing bounded. */
export function createFailure(
  judged: JudgedFailure,
  words: ReportWords = en,
): Omit<DetailedFailure, 'id' | 'occurrences' | 'occurrencesLeftOut' | 'configurations'> {
  const { exchange, verdict, explanation } = judged;
  const hop = failingHop(judged);
  const asked = exchange.hops[0];
  const redirects = redirectHops(judged);
  const last = exchange.hops.at(-1);
  const preflight = shownPreflight(exchange, hop);
  return {
    code: explanation.code,
    stage: explanation.stage,
    isCors: explanation.isCors,
    request: {
      url: asked?.url ?? '',
      method: asked?.method ?? '',
      origin: verdict.origin.value,
      resourceType: exchange.log?.resourceType ?? exchange.type,
      mode: verdict.mode.value,
      credentials: verdict.credentials,
      headers: asked?.requestHeaders ?? [],
      initiator: exchange.log?.initiator ?? null,
    },
    preflight: preflight && toPreflight(preflight, verdict),
    redirects: redirects.map(({ url, response }) => ({ url, status: response?.status ?? 0, headers: response?.headers ?? [] })),
    response: last?.response && !redirects.includes(last) ? toResponse(last.response) : null,
    outcome: {
      result: verdict.outcome.result === 'blocked' ? 'blocked' : 'unknown',
      evidence: verdict.outcome.evidence,
      error: verdict.outcome.error,
    },
    engines: verdict.engines,
    problems: explanation.problems.map(({ code, stage, header, received, expected, explanation: sentence, spec }) => ({
      code,
      stage,
      header,
      value: received,
      expected,
      explanation: sentence,
      spec,
    })),
    cause: explanation.cause,
    otherCauses: explanation.otherCauses,
    explanation: {
      headline: explanation.headline,
      detail: explanation.detail,
      responsible: explanation.responsible,
      checklist: explanation.checklist,
      pageAdvice: explanation.pageAdvice,
    },
    fix: explanation.fix && toFix(explanation.fix, preflight, redirects.length, words),
    stoppedAt: toStoppedAt(exchange, verdict, hop),
    preflightUrl: preflight?.seen.url ?? null,
    headersLeftOut: 0,
    exchange: withoutPlace(exchange),
  };
}

/** What the numbers of tabs and documents, and a server's address, say is of no use elsewhere. Whether a document asked is kept. */
function withoutPlace(exchange: Exchange): Exchange {
  const withoutAddress = <T extends ResponseSeen | null>(response: T): T => (response?.ip ? { ...response, ip: null } : response);
  return {
    ...exchange,
    tabId: 0,
    documentId: exchange.documentId === null ? null : '',
    hops: exchange.hops.map(hop => ({
      ...hop,
      response: withoutAddress(hop.response),
      preflights: hop.preflights.map(preflight => ({ ...preflight, response: withoutAddress(preflight.response) })),
    })),
  };
}

function failingHop({ verdict, explanation, exchange }: JudgedFailure): number {
  const hop = explanation.problems[0]?.hop ?? verdict.failures[0]?.hop ?? 0;
  return Math.min(hop, exchange.hops.length - 1);
}

/** The hops whose answer was a redirect: all but the last, and the last where the redirect itself was refused. */
function redirectHops({ exchange, explanation }: JudgedFailure): readonly Hop[] {
  const last = exchange.hops.length - 1;
  return exchange.hops.filter((hop, index) => index < last || explanation.stage === 'redirect' || isRedirect(hop));
}

function isRedirect({ response }: Hop): boolean {
  return response !== null && REDIRECT_STATUSES.has(response.status) && fieldLines(response.headers, 'location').length > 0;
}

interface ShownPreflight {
  readonly hop: number;
  readonly seen: PreflightSeen;
}

/** The failing hop's preflight, or the last one before it; the last of two where the browser repeated it. */
function shownPreflight(exchange: Exchange, hop: number): ShownPreflight | null {
  const all = exchange.hops.flatMap(({ preflights }, index) => preflights.map(seen => ({ hop: index, seen })));
  return all.findLast(one => one.hop === hop) ?? all.findLast(one => one.hop < hop) ?? all[0] ?? null;
}

function toPreflight({ hop, seen }: ShownPreflight, verdict: Verdict): NonNullable<ReportFailure['preflight']> {
  const reasons = verdict.preflightReasons[hop] ?? [];
  return {
    reasons: reasons.length > 0 ? reasons : [{ kind: 'unknown', value: null }],
    request: { headers: seen.requestHeaders ?? [] },
    response: seen.response && { status: seen.response.status, headers: seen.response.headers },
    error: seen.error,
  };
}

function toResponse({ status, headers, fromCache }: NonNullable<Hop['response']>): NonNullable<ReportFailure['response']> {
  return { status, headers, fromCache };
}

function toStoppedAt(exchange: Exchange, verdict: Verdict, hop: number): DetailedFailure['stoppedAt'] {
  const later = hop > 0 ? exchange.hops[hop] : undefined;
  if (later === undefined) return null;
  const { url, method, requestHeaders } = later;
  return { url, method, origin: verdict.hopOrigins[hop] ?? verdict.origin.value, headers: requestHeaders ?? [] };
}

const toHeader = ({ name, value }: HeaderEdit) => ({ name, value });

function toFix(fix: Fix, preflight: ShownPreflight | null, redirects: number, words: ReportWords): NonNullable<ReportFailure['fix']> {
  const editsOf = (target: HeaderEdit['target'], hop?: number): Headers =>
    fix.edits.filter(edit => edit.target === target && (hop === undefined || edit.hop === hop)).map(toHeader);
  const preflightHop = preflight?.hop ?? firstPreflightHop(fix);
  const preflightHeaders = preflightHop === null ? [] : editsOf('preflight', preflightHop);
  const status = fix.statuses.find(change => change.hop === preflightHop)?.status;
  const responseHeaders = editsOf('response');
  // One that was never seen: the server only redirected the preflight.
  const redirectsMended = fix.edits.flatMap(({ target, hop }) => (target === 'redirect' ? [hop + 1] : []));
  return {
    preflight:
      preflightHeaders.length > 0 || status !== undefined
        ? { status: status ?? passingStatus(preflight?.seen) ?? DEFAULT_PREFLIGHT_STATUS, headers: preflightHeaders }
        : null,
    redirects: Array.from({ length: Math.max(redirects, ...redirectsMended) }, (_, hop) => ({ headers: editsOf('redirect', hop) })),
    response: responseHeaders.length > 0 ? { headers: responseHeaders } : null,
    notes: [...fix.notes, ...otherPreflights(fix, preflightHop, words)],
    edits: fix.edits,
    statuses: fix.statuses,
    requests: fix.requests,
  };
}

function firstPreflightHop(fix: Fix): number | null {
  return fix.statuses[0]?.hop ?? fix.edits.find(edit => edit.target === 'preflight')?.hop ?? null;
}

function passingStatus(seen: PreflightSeen | undefined): number | null {
  const status = seen?.response?.status ?? 0;
  return status >= 200 && status <= 299 ? status : null;
}

/** The contract has room for one preflight's answer: what others need is said in words, so that the fix stays whole. */
function otherPreflights(fix: Fix, shown: number | null, words: ReportWords): readonly string[] {
  return fix.requests.flatMap(({ url }, hop) => {
    if (hop === shown) return [];
    const status = fix.statuses.find(change => change.hop === hop)?.status;
    const lines = fix.edits.filter(edit => edit.target === 'preflight' && edit.hop === hop).map(({ name, value }) => `${name}: ${value}`);
    if (lines.length === 0 && status === undefined) return [];
    return [words.fix.otherPreflight(url, status ?? null, lines)];
  });
}
