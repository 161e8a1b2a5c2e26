/** English: each broken rule, what came and why that is not enough. */
import type { Failure, OriginDifference, OriginMalformation } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import type { PerFailure } from '../words.ts';
import { quoted } from './quoted.ts';

const answerName = ({ stage }: Failure): string =>
  stage === 'preflight' ? 'The answer to the preflight' : stage === 'redirect' ? 'The redirect' : 'The answer';

const MISMATCH: { readonly [D in OriginDifference]: (origin: string) => string } = {
  null: () => '“null” stands for no page in particular, and never for a page with an address.',
  pattern: () => 'Browsers know no patterns here: only a whole origin or a lone “*”.',
  'no-scheme': () => 'An origin begins with http:// or https://.',
  'trailing-slash': origin => `An origin ends without a slash: ${quoted(origin)}.`,
  path: origin => `An origin is scheme, host and port, without a path: ${quoted(origin)}.`,
  case: origin => `Browsers compare letter by letter, and write origins in lower case: ${quoted(origin)}.`,
  userinfo: origin => `An origin has no user name or password: ${quoted(origin)}.`,
  'default-port': origin => `Browsers leave out port 80 of http and port 443 of https: ${quoted(origin)}.`,
  scheme: () => 'Host and port are right; http and https are different origins all the same.',
  port: () => 'Scheme and host are right; another port is another origin all the same.',
  host: () => 'Scheme and port are right; the host is another. A name and its IP address, or a domain and its subdomain, are different hosts.',
  several: () => 'That is another address altogether.',
};

const MALFORMED: { readonly [M in OriginMalformation]: string } = {
  empty: 'The header is there, but nothing is in it.',
  pattern: 'Browsers know no patterns here: only a whole origin or a lone “*”.',
  'no-scheme': 'An origin begins with http:// or https://.',
  quoted: 'An origin stands without quotation marks.',
  'not-an-origin': 'An origin is scheme, host and port, such as https://shop.example.',
};

const MULTIPLE = {
  lines: 'The header came more than once. Often two layers each add it, such as an application and the proxy before it.',
  list: 'Browsers know no lists here: name the one page that asks.',
  'lines-or-list': 'Either the header came more than once (two layers each add it), or it holds a list. Browsers accept neither.',
} as const;

/** What a network error means is said in the detail; this is the browser's own word for it. */
const network = ({ error }: { readonly error: string }): string =>
  error ? `The browser’s word for it: ${quoted(error)}. No rule of CORS was broken.` : 'No rule of CORS was broken.';

const nullReason = ({ page }: Facts): string =>
  page === 'null' ? 'the page has no origin of its own' : 'the request was redirected from one foreign origin to another';

/** What an answer would have to say, where it names somebody. */
const needed = (facts: Facts): string =>
  facts.origin === 'null'
    ? `The browser says “null” of who asks, because ${nullReason(facts)}. No name can match that${facts.credentials.value === 'include' ? '' : ', only “*” does'}.`
    : `It must be ${facts.origin}.`;

const WITHHELD = {
  preflight: 'the browser does not send the request',
  redirect: 'the browser does not follow it',
  response: 'the browser withholds it from the page',
  network: 'the browser withholds it from the page',
} satisfies { readonly [S in Failure['stage']]: string };

export const problems: PerFailure<string> = {
  'allow-origin-missing': (failure, facts) =>
    `${answerName(failure)} has no Access-Control-Allow-Origin header. ${
      facts.origin === 'null' ? needed(facts) : `It must name ${facts.origin}, or ${WITHHELD[failure.stage]}.`
    }`,
  'allow-origin-wildcard-with-credentials': failure =>
    `${answerName(failure)} allows “*”. The page asks with its credentials (cookies and the like), and then the origin has to be named.`,
  'allow-origin-multiple': (failure, facts) =>
    `${answerName(failure)} names ${quoted(failure.value)} where exactly one origin belongs. ${MULTIPLE[failure.because]} ${needed(facts)}`,
  'allow-origin-invalid': (failure, facts) => `${answerName(failure)} names ${quoted(failure.value)}. ${MALFORMED[failure.because]} ${needed(facts)}`,
  'allow-origin-mismatch': (failure, facts) =>
    facts.origin === 'null'
      ? `${answerName(failure)} names ${quoted(failure.value)}. ${needed(facts)}`
      : `${answerName(failure)} names ${quoted(failure.value)}, and the page is ${facts.origin}. ${MISMATCH[failure.because](facts.origin)}`,
  'allow-credentials-missing': failure =>
    `${answerName(failure)} has no Access-Control-Allow-Credentials header. The page asks with its credentials, and then it must say “true”.`,
  'allow-credentials-invalid': failure =>
    `${answerName(failure)} has Access-Control-Allow-Credentials: ${quoted(failure.value)}. ${
      failure.because === 'case' ? 'Only lower case counts: “true”.' : 'Only the word “true” counts, once.'
    }`,
  'preflight-status': ({ status }) => `The preflight was answered with status ${status}. Any status from 200 to 299 will do; 204 is usual.`,
  'preflight-redirect': ({ status, location }) =>
    `The preflight was redirected (${status}${location === null ? '' : ` to ${quoted(location)}`}). Browsers do not follow a redirect of a preflight.`,
  'allow-methods-invalid': ({ value }) =>
    `${quoted(value)} is no list of methods. It has to be names with commas between them, such as “GET, PUT”: no quotation marks, spaces or other signs inside a name.`,
  'allow-headers-invalid': ({ value }) =>
    `${quoted(value)} is no list of header names. It has to be names with commas between them, such as “authorization, content-type”.`,
  'method-not-allowed': ({ method, value, because }) => {
    if (because === 'wildcard-with-credentials') return `“*” does not cover ${quoted(method)} here: with credentials, every method has to be named.`;
    if (because === 'case')
      return `The page asks for ${quoted(method)}, and ${quoted(value ?? '')} is allowed. Methods are compared letter by letter, upper and lower case included.`;
    return value === null
      ? `The answer to the preflight has no Access-Control-Allow-Methods header, so ${quoted(method)} is not allowed.`
      : `${quoted(method)} is not among the allowed methods: ${quoted(value)}.`;
  },
  'header-not-allowed': ({ header, value, because }) => {
    if (because === 'wildcard-with-credentials') return `“*” does not cover ${quoted(header)} here: with credentials, every header has to be named.`;
    return value === null
      ? `The answer to the preflight has no Access-Control-Allow-Headers header, so ${quoted(header)} is not allowed.`
      : `${quoted(header)} is not among the allowed headers: ${quoted(value)}.`;
  },
  'redirect-with-userinfo': ({ location }) =>
    `The redirect leads to ${quoted(location)}, with a user name or password in the address. A cross-origin request may not follow it.`,
  'redirect-scheme': ({ location }) => `The redirect leads to ${quoted(location)}. A cross-origin request may only follow one to http or https.`,
  'redirect-insecure': ({ location }) => `The redirect leads to ${quoted(location)}, which is not secure, and the page is.`,
  'connection-refused': network,
  'name-not-resolved': network,
  'connection-lost': network,
  'timed-out': network,
  offline: network,
  'address-unreachable': network,
  'tls-failed': network,
  'certificate-rejected': network,
  'response-malformed': network,
  'too-many-redirects': network,
  'redirect-malformed': network,
  'blocked-by-extension': network,
  'blocked-by-csp': network,
  'blocked-by-corp': network,
  'blocked-by-orb': network,
  'mixed-content': network,
  'local-network-access': network,
  'port-blocked': network,
  'websocket-refused': () => 'A WebSocket is opened by an answer with status 101 that fits what was asked, and none came.',
  'network-error': network,
  unexplained: ({ error }) =>
    `The browser reported ${error ? quoted(error) : 'a failure'}, and the answer that could be seen breaks no rule. See what the console says.`,
};
