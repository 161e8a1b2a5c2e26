import type { ReportAdvice } from '../model.ts';
import { endpointOf } from './endpoint.ts';
import type { Judged } from './failure.ts';
import { fieldLines, listMembers } from './headers.ts';

/** Pieces of advice in one report. */
export const MAX_ADVICE = 100;

type AdviceCode = 'vary-origin-missing' | 'authorization-wildcard' | 'outcome-unknown';

interface AdviceRule {
  /** What the browser has to have done. */
  readonly after: 'allowed' | 'unknown';
  /** The URL whose answer deserves the word; null where none does. */
  readonly find: (judged: Judged) => string | null;
  readonly explanation: string;
}

const RULES = {
  'vary-origin-missing': {
    after: 'allowed',
    find: ({ exchange, verdict }) => {
      const last = exchange.hops.at(-1);
      if (!last?.response || !isCacheableMethod(last.method)) return null;
      const { headers } = last.response;
      const allowed = fieldLines(headers, 'access-control-allow-origin');
      const origin = verdict.hopOrigins.at(-1) ?? verdict.origin.value;
      if (allowed.length !== 1 || allowed[0] !== origin) return null;
      const vary = listMembers(headers, 'vary');
      if (vary.includes('origin') || vary.includes('*') || listMembers(headers, 'cache-control').includes('no-store')) return null;
      return last.url;
    },
    explanation:
      'This answer names one origin in Access-Control-Allow-Origin but has no "Vary: Origin". If the server answers each origin differently, a cache may hand this answer to a page of another origin, and the browser then blocks it. Add "Vary: Origin" to every answer of this address, also to those that allow no origin.',
  },
  'authorization-wildcard': {
    after: 'allowed',
    find: ({ exchange }) => {
      for (const { url, preflights } of exchange.hops) {
        const preflight = preflights.at(-1);
        if (!preflight?.requestHeaders || !preflight.response) continue;
        if (!listMembers(preflight.requestHeaders, 'access-control-request-headers').includes('authorization')) continue;
        const allowed = listMembers(preflight.response.headers, 'access-control-allow-headers');
        if (allowed.includes('*') && !allowed.includes('authorization')) return url;
      }
      return null;
    },
    explanation:
      'The answer to the preflight allows the Authorization header only through "*". The standard asks for it by name, and Firefox already warns that "*" will stop being enough. Name it: add Authorization to Access-Control-Allow-Headers.',
  },
  'outcome-unknown': {
    after: 'unknown',
    find: ({ exchange, verdict: { failures, engines } }) => {
      const isOpen = failures.length === 0 && engines.firefox.readings.some(({ credentials }) => credentials !== null);
      return isOpen ? (exchange.hops.at(-1)?.url ?? null) : null;
    },
    explanation:
      'Nothing shows whether the page could read this answer, or whether it asked with credentials (cookies and the like). Without credentials it could. With them, the browser blocks it unless the answer names the page\'s origin and has "Access-Control-Allow-Credentials: true". The console tells.',
  },
} satisfies Record<AdviceCode, AdviceRule>;

/** Only such answers are kept by caches (RFC 9110, 9.2.3; of POST, in practice, none). */
function isCacheableMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** What the exchanges that succeeded deserve to hear, and those of which nothing tells whether they did: once for each endpoint, at most `MAX_ADVICE` in all. */
export function adviseOn(exchanges: readonly Judged[]): readonly ReportAdvice[] {
  const given = new Map<string, ReportAdvice>();
  for (const judged of exchanges) {
    const { crossOrigin, outcome } = judged.verdict;
    if (!crossOrigin) continue;
    for (const [code, { after, find, explanation }] of Object.entries(RULES)) {
      const url = after === outcome.result ? find(judged) : null;
      if (url === null) continue;
      const key = `${code} ${endpointOf(url)}`;
      if (!given.has(key)) given.set(key, { code, url, explanation });
      if (given.size >= MAX_ADVICE) return [...given.values()];
    }
  }
  return [...given.values()];
}
