import type { Engine } from './engines.ts';

/** How an engine keeps what preflights were answered: https://fetch.spec.whatwg.org/#concept-cache */
export interface PreflightCacheRow {
  /** No answer is remembered for longer, in seconds, whatever Access-Control-Max-Age says. */
  readonly maxAgeCap: number;
  /** Where that stands. */
  readonly source: string;
  /** What an Access-Control-Max-Age that is no number of seconds stands for, in seconds. */
  readonly unreadableAge: number;
  /** Whether a remembered `*` covers what is asked later; else the browser asks again. */
  readonly rememberedWildcardCovers: boolean;
  /** Whether an answer for an address takes the place of the one before; else their methods and headers are kept together. */
  readonly keepsLastAnswerOnly: boolean;
  /** Whether what was allowed with credentials is allowed without them, too. */
  readonly credentialsCoverNone: boolean;
  /** Methods that no answer has to name. */
  readonly impliedMethods: ReadonlySet<string>;
}

/** What the standard has remembered without an Access-Control-Max-Age, in seconds; both engines agree. */
const DEFAULT_AGE = 5;

/** From the engines' sources; the caps are in MDN's page on the header, too. test/browser/preflight-costs.test.ts plays the rest. */
export const PREFLIGHT_CACHES = {
  chromium: {
    maxAgeCap: 7_200,
    source: 'https://source.chromium.org/chromium/chromium/src/+/main:services/network/cors/preflight_result.cc',
    unreadableAge: DEFAULT_AGE,
    rememberedWildcardCovers: true,
    keepsLastAnswerOnly: true,
    credentialsCoverNone: true,
    impliedMethods: new Set(['GET', 'HEAD', 'POST']),
  },
  firefox: {
    maxAgeCap: 86_400,
    source: 'https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp',
    unreadableAge: 0,
    rememberedWildcardCovers: false,
    keepsLastAnswerOnly: false,
    credentialsCoverNone: false,
    impliedMethods: new Set(['GET', 'POST']),
  },
} as const satisfies Record<Engine, PreflightCacheRow>;

/**
 * For how many seconds an engine remembers an answer.
 *
 * @param maxAge the value of its Access-Control-Max-Age; null without one
 */
export function rememberedSeconds(maxAge: string | null, { maxAgeCap, unreadableAge }: PreflightCacheRow): number {
  if (maxAge === null || maxAge === '') return DEFAULT_AGE;
  if (/^-\d+$/.test(maxAge)) return 0;
  return /^\d+$/.test(maxAge) ? Math.min(Number(maxAge), maxAgeCap) : unreadableAge;
}

/** What a preflight asks leave for. */
export interface PreflightQuestion {
  readonly origin: string;
  /** Without its fragment. */
  readonly url: string;
  /** Whether the request behind it has credentials. */
  readonly includesCredentials: boolean;
  readonly method: string;
  /** In lower case. */
  readonly headerNames: readonly string[];
}

/** What an answer that passed allows. */
export interface PreflightLeave {
  readonly methods: readonly string[];
  /** In lower case. */
  readonly headerNames: readonly string[];
}

export interface PreflightCache {
  /** Whether the browser would not ask at `time` (milliseconds), because it remembers that it may. */
  covers(question: PreflightQuestion, time: number): boolean;
  /** `until` in milliseconds. */
  remember(question: PreflightQuestion, leave: PreflightLeave, until: number): void;
}

/** Until when, in milliseconds, each method or header is allowed. */
type Expiries = Map<string, number>;
interface Entry {
  readonly includesCredentials: boolean;
  readonly methods: Expiries;
  readonly headerNames: Expiries;
}

/** A cache of the engine's kind, with nothing in it. */
export function createPreflightCache(row: PreflightCacheRow): PreflightCache {
  const entries = new Map<string, Entry>();
  const keyOf = ({ origin, url, includesCredentials }: PreflightQuestion): string =>
    JSON.stringify([origin, url, ...(row.credentialsCoverNone ? [] : [includesCredentials])]);
  return {
    covers(question, time) {
      const entry = entries.get(keyOf(question));
      if (entry === undefined || (question.includesCredentials && !entry.includesCredentials)) return false;
      const isWild = row.rememberedWildcardCovers && !question.includesCredentials;
      const holds = (expiries: Expiries, item: string): boolean => (expiries.get(item) ?? 0) > time || (isWild && (expiries.get('*') ?? 0) > time);
      return (
        (row.impliedMethods.has(question.method) || holds(entry.methods, question.method)) &&
        question.headerNames.every(name => holds(entry.headerNames, name))
      );
    },
    remember(question, leave, until) {
      const key = keyOf(question);
      const { includesCredentials } = question;
      const kept = row.keepsLastAnswerOnly ? undefined : entries.get(key);
      const entry = kept ?? { includesCredentials, methods: new Map(), headerNames: new Map() };
      for (const method of leave.methods) entry.methods.set(method, until);
      for (const name of leave.headerNames) entry.headerNames.set(name, until);
      entries.set(key, entry);
    },
  };
}
