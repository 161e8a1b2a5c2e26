/** Advice on header lines of answers: those that the page cannot read, that have no effect, or whose name is misspelt. */
import { byName } from '../../cors/by-name.ts';
import { nearMiss } from '../../cors/near-miss.ts';
import type { Headers, ResponseSeen } from '../../model.ts';
import { fieldLines, isFieldName, listMembers } from '../headers.ts';
import { type AdviceRule, AFTER_ALLOWED, judgedHeaders } from './rule.ts';

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name, and what no script may read (Set-Cookie). */
const READABLE_OR_FORBIDDEN =
  /^(?:cache-control|content-language|content-length|content-type|expires|last-modified|pragma|set-cookie2?|access-control-.*)$/;

/** What is said to the browser, to caches and proxies, or for whoever runs the server: no page's code wants it. */
const NOT_FOR_PAGES: ReadonlySet<string> = new Set([
  ...['accept-ch', 'accept-patch', 'accept-post', 'accept-ranges', 'age', 'allow', 'alt-svc', 'clear-site-data', 'connection', 'content-encoding'],
  ...['critical-ch', 'date', 'document-policy', 'expect-ct', 'feature-policy', 'host', 'keep-alive', 'nel', 'origin-agent-cluster', 'p3p'],
  ...['referrer-policy', 'refresh', 'report-to', 'reporting-endpoints', 'server', 'server-timing', 'speculation-rules', 'strict-transport-security'],
  ...['timing-allow-origin', 'trailer', 'transfer-encoding', 'upgrade', 'vary', 'via', 'www-authenticate', 'x-robots-tag', 'x-xss-protection'],
]);

/** The same, whatever follows. */
const NOT_FOR_PAGES_BEGINNINGS =
  /^(?:cdn|cf|content-security-policy|cross-origin|fly|permissions-policy|proxy|sec|x-(?:accel|amz|aspnet|azure|backend|cache|cdn|content|dns|download|fastly|frame|generator|goog|nginx|permitted|powered|proxy|runtime|served|server|timer|ua|varnish|vercel))(?:-|$)/;

const isForPages = byName((name: string): boolean => {
  const lower = name.toLowerCase();
  const isOrdinary = !READABLE_OR_FORBIDDEN.test(lower) && !NOT_FOR_PAGES.has(lower) && !NOT_FOR_PAGES_BEGINNINGS.test(lower);
  return isOrdinary && isFieldName(name) && nearMiss(name) === null;
});

/** A name longer than this is not one that anybody would list. */
const NAME_MAX = 64;

/** Names, each once, as they are written. */
const distinctNames = (headers: Headers): readonly string[] => [...new Map(headers.map(({ name }) => [name.toLowerCase(), name])).values()];

export const headersUnreadable: AdviceRule<'headers-unreadable'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange, verdict }) => {
    const last = exchange.hops.at(-1);
    if (!last?.response || verdict.mode.value !== 'cors' || exchange.type !== 'xmlhttprequest') return null;
    const headers = judgedHeaders(last.response);
    const exposed = listMembers(headers, 'access-control-expose-headers');
    // With credentials it is a name as any other.
    if (exposed.includes('*') && verdict.credentials.value !== 'include') return null;
    const names = distinctNames(headers).filter(name => {
      const isWanted = name.length <= NAME_MAX && isForPages(name);
      return isWanted && !exposed.includes(name.toLowerCase());
    });
    return names.length === 0 ? null : { url: last.url, evidence: { names } };
  },
};

const OF_PREFLIGHTS = ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'Access-Control-Max-Age'] as const;
const OF_ANSWERS = ['Access-Control-Expose-Headers'] as const;

const has = (response: ResponseSeen | null | undefined, name: string): boolean =>
  response !== null && response !== undefined && fieldLines(judgedHeaders(response), name).length > 0;

/** Where the other answer has the line too, it has its effect there, and is no more than superfluous here. */
export const headersWithoutEffect: AdviceRule<'headers-without-effect'> = {
  after: AFTER_ALLOWED,
  find: ({ exchange }) => {
    for (const { url, preflights, response } of exchange.hops) {
      const preflight = preflights.at(-1)?.response;
      const inAnswer = OF_PREFLIGHTS.filter(name => has(response, name) && !has(preflight, name));
      if (inAnswer.length > 0) return { url, evidence: { names: inAnswer, answer: 'response' } };
      const inPreflight = OF_ANSWERS.filter(name => has(preflight, name) && !has(response, name));
      if (inPreflight.length > 0) return { url, evidence: { names: inPreflight, answer: 'preflight' } };
    }
    return null;
  },
};

/** Of what was blocked too: it may be why. */
export const headerMisspelt: AdviceRule<'header-misspelt'> = {
  after: ['allowed', 'blocked', 'unknown'],
  find: ({ exchange }) => {
    for (const { url, preflights, response } of exchange.hops) {
      for (const answer of [...preflights.map(preflight => preflight.response), response]) {
        for (const { name } of answer === null ? [] : judgedHeaders(answer)) {
          const meant = nearMiss(name);
          if (meant !== null) return { url, evidence: { name, meant } };
        }
      }
    }
    return null;
  },
};
