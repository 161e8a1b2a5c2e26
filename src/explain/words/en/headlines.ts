/** English: one sentence for each code, of at most 160 characters, with the real origins in it. */
import type { Failure } from '../../../model.ts';
import { type Facts, socketOrigin } from '../../facts.ts';
import { isLowerCaseMethod, isResponseHeader, isTracingHeader } from '../../page-faults.ts';
import { clip, enumerate, short, tight } from '../text.ts';
import type { PerFailure } from '../words.ts';

/** What a page without an origin of its own is called: a plural, so that no verb may agree with it. */
const pageName = ({ page }: Facts): string => (page === 'null' ? 'pages without an origin' : short(page));
/** The page itself, where it begins a sentence. */
const pageFirst = ({ page }: Facts): string => (page === 'null' ? 'The page' : short(page));
const targetName = ({ target }: Facts): string => short(target);

/** Which answer a CORS check was made of. */
const answerName = ({ stage }: Failure): string =>
  stage === 'preflight' ? 'its answer to the preflight' : stage === 'redirect' ? 'its redirect' : 'its answer';

/** All that the preflight refused, so that one change is enough. */
const whatToAllow = ({ failures }: Facts): string => {
  const method = failures.find(failure => failure.code === 'method-not-allowed');
  const names = failures.flatMap(failure => (failure.code === 'header-not-allowed' ? [failure.header] : []));
  const headers = `the header${names.length > 1 ? 's' : ''} ${enumerate(names, 'and', count => `${count} more`, { max: method ? 1 : 2 })}`;
  if (method?.code !== 'method-not-allowed') return `to send ${headers}`;
  const use = `to use ${clip(method.method, 14)}`;
  return names.length === 0 ? use : `${use} and to send ${headers}`;
};

const DIFFERS = {
  null: 'that is no page at all',
  pattern: 'browsers know no patterns',
  'no-scheme': 'http:// or https:// is missing',
  'trailing-slash': 'the slash at the end is one too many',
  path: 'an origin has no path',
  case: 'origins are written in lower case',
  userinfo: 'an origin has no user name',
  'default-port': 'browsers leave the usual port out',
  scheme: 'the scheme differs',
  port: 'the port differs',
  host: 'the host differs',
  several: 'that is another origin',
} as const;

/** A redirect that is itself the trouble. */
const detoured = (facts: Facts): string | null => {
  const { failure, detour, redirect } = facts;
  const from = short(redirect?.from.origin ?? '');
  switch (detour) {
    case 'https':
      return `${from} redirects ${pageName(facts)} to https: let the page ask over https at once.`;
    case 'slash':
      return `${from} redirects ${pageName(facts)} for a slash at the end of the address: let the page ask for the last address.`;
    case 'login':
      return failure.stage === 'preflight'
        ? `${from} redirects the preflight from ${pageName(facts)} to a sign-in page: it must answer OPTIONS itself.`
        : `${from} redirects ${pageName(facts)} to a sign-in page, which code cannot use: it must answer 401 instead.`;
    default:
      return null;
  }
};

/** Where the browser does not say who asks, no server can name it: the move is the page's. */
const unnamed = (facts: Facts): string | null => {
  const detour = detoured(facts);
  if (detour !== null) return detour;
  if (facts.origin !== 'null') return null;
  if (facts.page === 'null') return `This page has no origin that ${targetName(facts)} could allow: serve it over http or https, out of any sandbox.`;
  return `${targetName(facts)} was reached by redirects that hide ${short(facts.page)}: let the page ask for the last address directly.`;
};

/** An error without permission: what the browser complains of is not what went wrong. */
const failed = ({ stage }: Failure, facts: Facts): string | null => {
  const status = facts.answer?.status ?? 0;
  if (status < 400) return null;
  if (stage !== 'preflight')
    return `${targetName(facts)} answered ${short(facts.page)} with an error (${status}) that it may not read: mend the error first.`;
  if (status >= 500 && status !== 501)
    return `${targetName(facts)} failed at the preflight from ${short(facts.page)} (${status}): mend that error first.`;
  if (status === 407) return `A proxy on the way to ${targetName(facts)} refused the preflight from ${short(facts.page)} (407): it wants a sign-in.`;
  const move = status === 401 ? 'must answer OPTIONS without a sign-in' : 'must answer OPTIONS';
  return `${targetName(facts)} ${move}: it refused the preflight from ${short(facts.page)} (${status}).`;
};

export const headlines: PerFailure<string> = {
  'allow-origin-missing': (failure, facts) =>
    unnamed(facts) ??
    failed(failure, facts) ??
    `${targetName(facts)} must allow ${pageName(facts)}: ${answerName(failure)} ${failure.stage === 'redirect' ? 'lets no page follow it' : 'allows no page to read it'}.`,
  'allow-origin-wildcard-with-credentials': (_, facts) =>
    unnamed(facts) ?? `${targetName(facts)} must name ${pageName(facts)}: it allows “*”, which does not count when cookies are sent.`,
  'allow-origin-multiple': (_, facts) =>
    unnamed(facts) ?? `${targetName(facts)} must name ${pageName(facts)} alone, and once: browsers accept only one origin.`,
  'allow-origin-invalid': ({ value }, facts) =>
    unnamed(facts) ??
    (value === ''
      ? `${targetName(facts)} must name ${pageName(facts)}: its header is there, but nothing is in it.`
      : `${targetName(facts)} must name ${pageName(facts)}: what it names, “${clip(value, 24)}”, is no origin.`),
  'allow-origin-mismatch': ({ value, because }, facts) =>
    unnamed(facts) ?? `${tight(facts.target)} allows “${tight(value)}”, but must allow ${tight(facts.origin)}: ${DIFFERS[because]}.`,
  'allow-credentials-missing': (_, facts) =>
    unnamed(facts) ?? `${targetName(facts)} must allow cookies from ${pageName(facts)} too: the page asks with them.`,
  'allow-credentials-invalid': ({ value }, facts) =>
    unnamed(facts) ?? `${targetName(facts)} must write “true” to allow cookies from ${pageName(facts)}: it wrote “${clip(value, 20)}”.`,
  'preflight-status': ({ status }, facts) =>
    `${targetName(facts)} must answer the preflight from ${pageName(facts)} with a success: it answered ${status}.`,
  'preflight-redirect': ({ status }, facts) =>
    detoured(facts) ?? `${targetName(facts)} redirects the preflight from ${pageName(facts)} (${status}): let the page ask for the last address.`,
  'allow-methods-invalid': (_, facts) =>
    `${targetName(facts)} must correct its list of methods: browsers cannot read it, so ${pageName(facts)} may not ask.`,
  'allow-headers-invalid': (_, facts) =>
    `${targetName(facts)} must correct its list of headers: browsers cannot read it, so ${pageName(facts)} may not ask.`,
  'method-not-allowed': (failure, facts) =>
    facts.failures.every(isLowerCaseMethod)
      ? `${pageFirst(facts)} must write the method in upper case: ${targetName(facts)} allows ${clip(failure.method.toUpperCase(), 20)}, not ${clip(failure.method, 20)}.`
      : `${targetName(facts)} must allow ${pageName(facts)} ${whatToAllow(facts)}.`,
  'header-not-allowed': (_, facts) => {
    if (facts.failures.every(isResponseHeader))
      return `${pageFirst(facts)} must not send Access-Control headers: only servers do, and ${targetName(facts)} does not allow them.`;
    if (facts.failures.every(isTracingHeader))
      return `${pageFirst(facts)} sends headers of a monitoring library that ${targetName(facts)} does not allow: switch them off for it.`;
    return `${targetName(facts)} must allow ${pageName(facts)} ${whatToAllow(facts)}.`;
  },
  'redirect-with-userinfo': (_, facts) =>
    `${targetName(facts)} must redirect without a user name in the address: ${pageName(facts)} may not follow one.`,
  'redirect-scheme': ({ scheme }, facts) =>
    `${targetName(facts)} must redirect to http or https: ${pageName(facts)} may not follow it to “${clip(scheme, 16)}”.`,
  'redirect-insecure': (_, facts) => `${targetName(facts)} must redirect ${pageName(facts)} to https: the page is secure, its target is not.`,
  'connection-refused': (_, facts) =>
    `Nothing listens at ${targetName(facts)}: start that server, or correct the address used by ${pageName(facts)}.`,
  'name-not-resolved': (_, facts) => `The host name in ${targetName(facts)} is unknown: correct the address used by ${pageName(facts)}, or the DNS.`,
  'connection-lost': (_, facts) => `${targetName(facts)} hung up before it answered ${pageName(facts)}: its server’s log should say why.`,
  'timed-out': (_, facts) => `${targetName(facts)} took too long to answer ${pageName(facts)}: look at that server or the network to it.`,
  offline: (_, facts) => `The network is down, so ${pageName(facts)} cannot reach ${targetName(facts)}.`,
  'address-unreachable': (_, facts) => `No way leads to ${targetName(facts)} from this network, so ${pageName(facts)} cannot reach it.`,
  'tls-failed': (_, facts) =>
    `${targetName(facts)} and the browser could not agree on a secure connection: see whether its server speaks https there.`,
  'certificate-rejected': (_, facts) => `The browser does not trust the certificate of ${targetName(facts)}: its server needs a valid one.`,
  'response-malformed': (_, facts) => `${targetName(facts)} sent ${pageName(facts)} an answer that is no valid HTTP: its server must mend that.`,
  'too-many-redirects': (_, facts) => `${targetName(facts)} sends requests of ${pageName(facts)} in circles: its server must end them.`,
  'redirect-malformed': (_, facts) =>
    `${targetName(facts)} redirects ${pageName(facts)} to something that is no address: its server must correct it.`,
  'blocked-by-extension': (_, facts) =>
    `A browser extension blocked this request from ${pageName(facts)} to ${targetName(facts)}: switch it off for this page.`,
  'blocked-by-csp': (_, facts) => `The page’s own security policy forbids ${pageName(facts)} to ask ${targetName(facts)}: add it to the policy.`,
  'blocked-by-corp': (_, facts) =>
    `${targetName(facts)} tells browsers not to give this file to ${pageName(facts)}: its server must change that header.`,
  'blocked-by-orb': (_, facts) => `${targetName(facts)} sent ${pageName(facts)} data where an image or a script was asked for: look at what it sent.`,
  'mixed-content': (_, facts) => `${pageFirst(facts)} is secure and ${targetName(facts)} is not: the page must ask for it over https.`,
  'local-network-access': (_, facts) =>
    `The browser keeps ${pageName(facts)} away from ${targetName(facts)}, on your own network: allow it in the browser.`,
  'port-blocked': (_, facts) => `Browsers never connect to the port of ${targetName(facts)}: its server must listen on another.`,
  'websocket-refused': (_, facts) =>
    facts.answer === null
      ? `${short(socketOrigin(facts))} did not open the WebSocket of ${pageName(facts)}: the curl line asks it again, and shows its answer.`
      : `${short(socketOrigin(facts))} must open the WebSocket of ${pageName(facts)}: it answered ${facts.answer.status}.`,
  'network-error': ({ error }, facts) =>
    error === ''
      ? `The request from ${pageName(facts)} to ${targetName(facts)} got no answer, and nothing that was recorded says why.`
      : `The connection from ${pageName(facts)} to ${targetName(facts)} failed: the browser’s own word for it is below.`,
  unexplained: (_, facts) =>
    facts.exchange.opaqueCopyAt === undefined
      ? `The browser refused ${pageName(facts)} the answer of ${targetName(facts)}, for a reason that it does not show.`
      : `The service worker of ${pageName(facts)} probably has a closed copy of ${targetName(facts)}: let it ask in mode “cors”.`,
};
