/**
 * From a plan to the browser's own rules (declarativeNetRequest, `modifyHeaders`), as narrow as they can be written.
 *
 * Measured in Chromium 156 and Firefox ESR 153; alike in both unless said otherwise:
 * - Rules take effect before the CORS check, on preflights, on redirects, on answers out of the cache and on the requests of
 *   dedicated workers.
 * - A preflight is matched by its tab, the type of the request that it is for, and the method "options".
 * - No rule changes a status: a preflight that was answered with 403 stays refused.
 * - Where a field came on several lines, `set` leaves one. Firefox goes on to refuse several Access-Control-Allow-Origin
 *   lines: it looks at those that the server sent.
 * - A preflight that passed by a rule is remembered and outlives the rule, for as long as the server says; without a word of
 *   the server's for 5 seconds in Chromium. Until then requests go out for which the server never gave leave.
 * - Firefox keeps an answer in its cache with the changed headers. Chromium keeps the server's own.
 * - webRequest tells of an answer first (`onHeadersReceived`) as the server sent it in Chromium, and as it was changed in
 *   Firefox; later (`onBeforeRedirect`, `onResponseStarted`) as it was changed in both.
 * - The fragment counts: a filter that ends without it does not match a request that has one.
 */
import { getHeader, isHeaderValue } from '../cors/header-values.ts';
import type { TrialPlan, TriedAnswer } from '../model.ts';
import { isUnusual } from './plan.ts';

/** Nothing that a rule has let pass may be remembered when the rule is gone. Both are stricter than whatever the server says. */
const FORGET_PREFLIGHT = { name: 'Access-Control-Max-Age', value: '0' } as const;
const FORGET_ANSWER = { name: 'Cache-Control', value: 'no-store' } as const;

/** A session rule, as far as it is used here. */
export interface HeaderRule {
  readonly id: number;
  readonly condition: {
    readonly urlFilter?: string;
    readonly regexFilter?: string;
    readonly isUrlFilterCaseSensitive: true;
    readonly tabIds: readonly number[];
    readonly resourceTypes: readonly string[];
    readonly requestMethods?: readonly string[];
    readonly excludedRequestMethods?: readonly string[];
    readonly initiatorDomains?: readonly string[];
  };
  readonly action: {
    readonly type: 'modifyHeaders';
    readonly responseHeaders: readonly { readonly header: string; readonly operation: 'set'; readonly value: string }[];
  };
}

/** Methods that a rule can name (`declarativeNetRequest.RequestMethod`); a page may use any other. */
const NAMED_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

const methodCondition = (method: string): Pick<HeaderRule['condition'], 'requestMethods' | 'excludedRequestMethods'> =>
  NAMED_METHODS.has(method) ? { requestMethods: [method.toLowerCase()] } : { excludedRequestMethods: ['options'] };

const escaped = (url: string): string => url.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const urlCondition = (url: string): Pick<HeaderRule['condition'], 'urlFilter' | 'regexFilter'> =>
  isUnusual(url) ? { regexFilter: `^${escaped(url)}$` } : { urlFilter: `|${url}|` };

/** Requests of that host alone; an opaque origin has none to name, and the browsers disagree on how an IPv6 address is. */
const initiatorCondition = (initiator: string): Pick<HeaderRule['condition'], 'initiatorDomains'> => {
  const host = /^https?:\/\/([a-z\d.-]+)(?::\d+)?$/.exec(initiator)?.[1];
  return host === undefined ? {} : { initiatorDomains: [host] };
};

/**
 * Whether an answer so changed is weaker than any fix may make it: readable for everyone together with credentials, or for
 * the origin "null", which anybody can send.
 */
const isTooWeak = ({ headers }: TriedAnswer): boolean => {
  const origins = headers.flatMap(({ name, value }) => (name.toLowerCase() === 'access-control-allow-origin' ? [value] : []));
  return origins.includes('null') || (origins.includes('*') && getHeader(headers, 'access-control-allow-credentials') !== null);
};

/** The rules of a plan in one tab, numbered from `firstId`. Throws a RangeError where the plan is weaker than any fix may be, or no header line. */
export const rulesFor = ({ answers, type, initiator }: TrialPlan, tabId: number, firstId: number): readonly HeaderRule[] => {
  if (answers.some(isTooWeak)) throw new RangeError('A fix never allows "null", nor "*" with credentials.');
  // Firefox takes whatever a rule says for a value, line breaks and all.
  if (!answers.every(({ headers }) => headers.every(({ value }) => isHeaderValue(value)))) throw new RangeError('A header line is one line.');
  return answers.map(({ url, method, headers }, index) => ({
    id: firstId + index,
    condition: {
      ...urlCondition(url),
      isUrlFilterCaseSensitive: true,
      tabIds: [tabId],
      resourceTypes: [type],
      ...methodCondition(method),
      ...initiatorCondition(initiator),
    },
    action: {
      type: 'modifyHeaders',
      responseHeaders: [...headers, method === 'OPTIONS' ? FORGET_PREFLIGHT : FORGET_ANSWER].map(({ name, value }) => ({
        header: name,
        operation: 'set',
        value,
      })),
    },
  }));
};
