/** Advice on whom an answer allows. */
import type { Headers } from '../../model.ts';
import type { Judged } from '../failure.ts';
import { fieldLines, listMembers } from '../headers.ts';
import { type AdviceRule, AFTER_ALLOWED, judgedHeaders } from './rule.ts';

/** Only such answers are kept by caches (RFC 9110, 9.2.3; of POST, in practice, none). */
const isCacheableMethod = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The one origin, or "*", that an answer allows; null where there is none, or more than one line. */
const allowedOrigin = (headers: Headers): string | null => {
  const [origin = null, ...others] = fieldLines(headers, 'access-control-allow-origin');
  return others.length > 0 ? null : origin;
};

const allowsCredentials = (headers: Headers): boolean => fieldLines(headers, 'access-control-allow-credentials')[0] === 'true';

/** The origin that the last answer was judged with. */
const askingOrigin = ({ verdict }: Judged): string => verdict.hopOrigins.at(-1) ?? verdict.origin.value;

export const varyOriginMissing: AdviceRule<'vary-origin-missing'> = {
  after: AFTER_ALLOWED,
  find: judged => {
    const last = judged.exchange.hops.at(-1);
    if (!last?.response || !isCacheableMethod(last.method)) return null;
    const headers = judgedHeaders(last.response);
    if (allowedOrigin(headers) !== askingOrigin(judged)) return null;
    const vary = listMembers(headers, 'vary');
    if (vary.includes('origin') || vary.includes('*') || listMembers(headers, 'cache-control').includes('no-store')) return null;
    return { url: last.url, evidence: {} };
  },
};

/** "*" is enough now, and will not be once the page asks with credentials: something shows that it will. */
export const wildcardBeforeCredentials: AdviceRule<'wildcard-before-credentials'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange, verdict }, { isAskedWithCredentials }) => {
    const last = exchange.hops.at(-1);
    if (!last?.response || verdict.mode.value !== 'cors') return null;
    const headers = judgedHeaders(last.response);
    if (allowedOrigin(headers) !== '*') return null;
    if (allowsCredentials(headers)) return { url: last.url, evidence: { because: 'allow-credentials' } };
    // Fonts, scripts and pictures for everybody may well come from a server that knows its users elsewhere.
    const isData = exchange.type === 'xmlhttprequest';
    return isData && isAskedWithCredentials(last.url) ? { url: last.url, evidence: { because: 'asked-elsewhere' } } : null;
  },
};

/** One origin that is named is how it should be; "null" stands for any site, and several may be any. */
export const openPolicy: AdviceRule<'open-policy'> = {
  after: AFTER_ALLOWED,
  find: (judged, { namedWithCredentials }) => {
    const last = judged.exchange.hops.at(-1);
    if (!last?.response) return null;
    const headers = judgedHeaders(last.response);
    const origin = allowedOrigin(headers);
    if (origin === null || origin !== askingOrigin(judged) || !allowsCredentials(headers)) return null;
    if (origin === 'null') return { url: last.url, evidence: { origins: [origin] } };
    const origins = namedWithCredentials(last.url);
    return origins.length > 1 ? { url: last.url, evidence: { origins } } : null;
  },
};
