/** English: what is behind each failure, for a reader who is new to CORS. One idea a sentence. */
import type { Facts } from '../../facts.ts';
import { enumerate, quoted, short } from '../text.ts';
import type { PerFailure } from '../words.ts';

const page = ({ page: origin }: Facts): string => (origin === 'null' ? 'a page without an origin of its own' : `a page from ${short(origin)}`);
const target = (facts: Facts): string => short(facts.target);

const ONLY_BROWSERS = 'The same request works in curl or Postman, because only browsers ask for this permission.';
const NOT_CORS = 'CORS is not at fault, although the page sees the same error: no setting of CORS will help.';

const withheld = (facts: Facts): string =>
  `Code of ${page(facts)} asked ${target(facts)} for something. To a browser these are two different origins, so it gives the answer to the page only if the answer allows that page.`;

const PREFLIGHT =
  'Before a request that a plain web form could not make, browsers ask the server for permission with an OPTIONS request, the preflight.';

/** The story of a CORS check that failed. */
const check = (facts: Facts, rule: string): string => {
  const { failure, preflight, hopIndex, exchange } = facts;
  if (failure.stage === 'preflight') return `${PREFLIGHT} ${rule} The request itself was never sent. ${ONLY_BROWSERS}`;
  const redirected =
    failure.stage === 'redirect'
      ? ' It stopped at a redirect: each answer on the way has to allow the page, not only the last.'
      : hopIndex > 0
        ? ` The request was redirected ${hopIndex === 1 ? 'once' : `${hopIndex} times`} before it came here, from ${short(exchange.hops[0]?.url ?? '')}.`
        : '';
  const first = preflight ? ' The preflight was fine; the answer to the request itself has to allow the page too.' : '';
  return `${withheld(facts)}${redirected}${first} ${rule} The server did get the request and answered it. ${ONLY_BROWSERS}`;
};

const status = ({ answer, failure }: Facts): string => {
  if (answer === null || answer.status < 400) return '';
  if (failure.stage === 'preflight') return ` The answer is also a refusal (${answer.status}): that has to change too.`;
  return ` The answer is an error (${answer.status}), and it may be the real trouble: look at the server's log first.`;
};

const tainted = ({ origin, page: own }: Facts): string =>
  origin === 'null' && own !== 'null'
    ? ' After a redirect from one foreign origin to another the browser no longer says who asks: it sends “Origin: null”. Ask for the final address directly.'
    : '';

const refusedList = (what: string): string =>
  `${PREFLIGHT} The answer came, but its list of ${what} cannot be read, so it allows nothing. The request itself was never sent.`;

export const details: PerFailure<string> = {
  'allow-origin-missing': (_, facts) => check(facts, `This answer allows nobody.${tainted(facts)}${status(facts)}`),
  'allow-origin-wildcard-with-credentials': (_, facts) =>
    check(
      facts,
      'This answer allows everybody (“*”). But the page asked with credentials: cookies, a client certificate or HTTP sign-in. What comes back may be private, so the server has to name the page.',
    ),
  'allow-origin-multiple': (_, facts) =>
    check(facts, 'This answer names several origins. Browsers compare the whole value with the one origin that asks.'),
  'allow-origin-invalid': (_, facts) =>
    check(facts, 'What this answer names is not an origin. Browsers compare the whole value with the one origin that asks.'),
  'allow-origin-mismatch': (_, facts) =>
    check(facts, `This answer allows another origin. Scheme, host and port must be the same, letter by letter.${tainted(facts)}`),
  'allow-credentials-missing': (_, facts) =>
    check(
      facts,
      'This answer names the page, but the page asked with credentials: cookies, a client certificate or HTTP sign-in. The server has to allow that in so many words.',
    ),
  'allow-credentials-invalid': (_, facts) =>
    check(facts, 'This answer names the page, and means to allow credentials, but does not say it in the one word that counts.'),
  'preflight-status': ({ status: code }, facts) => {
    const cookies =
      code === 401 || code === 403 ? ' Browsers never send cookies or a sign-in with it, so it must be answered before anything asks for one.' : '';
    return `${PREFLIGHT} ${target(facts)} answered it with ${code}, which is no success.${cookies} The request itself was never sent. ${ONLY_BROWSERS}`;
  },
  'preflight-redirect': (_, facts) =>
    `${PREFLIGHT} ${target(facts)} redirected it, and a preflight may not be redirected. The request itself was never sent. Either the page asks for the final address, or the server answers OPTIONS here. ${ONLY_BROWSERS}`,
  'allow-methods-invalid': () => refusedList('methods'),
  'allow-headers-invalid': () => refusedList('headers'),
  'method-not-allowed': ({ because, method }, facts) =>
    `${PREFLIGHT} It asked whether ${page(facts)} may use ${short(method)}, and the answer does not say so. The request itself was never sent. ${
      because === 'case'
        ? 'GET, POST, PUT, DELETE, HEAD and OPTIONS are put into upper case by the browser; other methods are sent as the page wrote them. '
        : ''
    }${ONLY_BROWSERS}`,
  'header-not-allowed': (_, facts) =>
    `${PREFLIGHT} It asked whether ${page(facts)} may send ${enumerate(facts.askedHeaders, 'and', count => `${count} more headers`, { max: 5, room: 60 })}, and the answer does not allow all of it. The request itself was never sent. ${ONLY_BROWSERS}`,
  'redirect-with-userinfo': (_, facts) =>
    `${target(facts)} redirected to an address with a user name or password in it. Browsers do not carry such secrets to another origin for a page. ${ONLY_BROWSERS}`,
  'redirect-scheme': ({ scheme }, facts) =>
    `${target(facts)} redirected to an address that begins with ${quoted(scheme)}. Code of a page may only be redirected to http and https.`,
  'connection-refused': (_, facts) =>
    `Nothing accepted the connection to ${target(facts)}. The server may not be running, or it listens on another port. ${NOT_CORS}`,
  'name-not-resolved': (_, facts) =>
    `No address is known for the host in ${target(facts)}. There may be a typing error in it, or it is only known in another network. ${NOT_CORS}`,
  'connection-lost': (_, facts) =>
    `The connection to ${target(facts)} was closed before a whole answer came. The server or a proxy before it may have crashed, or refused what was sent. ${NOT_CORS}`,
  'timed-out': (_, facts) => `${target(facts)} did not answer in time. ${NOT_CORS}`,
  offline: () => `This computer has no connection to the network. ${NOT_CORS}`,
  'address-unreachable': (_, facts) =>
    `The address of ${target(facts)} cannot be reached from here. A VPN or a firewall may be missing or in the way. ${NOT_CORS}`,
  'tls-failed': (_, facts) =>
    `The secure connection to ${target(facts)} could not be made. Often the server speaks plain http on that port, or only outdated versions of TLS. ${NOT_CORS}`,
  'certificate-rejected': (_, facts) =>
    `The certificate of ${target(facts)} is self-signed, out of date or made for another name. For a development server, open its address in a tab of its own and accept the certificate there. ${NOT_CORS}`,
  'response-malformed': (_, facts) => `What ${target(facts)} sent cannot be read as HTTP. ${NOT_CORS}`,
  'too-many-redirects': () => `One redirect led to the next until the browser gave up, after 20. ${NOT_CORS}`,
  'redirect-malformed': (_, facts) => `${target(facts)} redirected, but not to a valid address. ${NOT_CORS}`,
  'blocked-by-extension': () =>
    `An extension in this browser, most often an ad blocker, stopped the request before it was sent. Try a window without extensions. ${NOT_CORS}`,
  'blocked-by-csp': (_, facts) =>
    `The page's Content-Security-Policy lists the addresses that it may ask, and ${target(facts)} is not among them (connect-src). ${NOT_CORS}`,
  'blocked-by-corp': (_, facts) =>
    `${target(facts)} sent the header Cross-Origin-Resource-Policy, or the page demands one (Cross-Origin-Embedder-Policy). It says who may load this file, and ${page(facts)} is not included. This is another header than those of CORS.`,
  'blocked-by-orb': () =>
    'The page asked for an image, script or the like without CORS, and the answer is data (such as JSON or HTML) that such a tag cannot use. Browsers keep it away from the page. Often an error page came instead of the file.',
  'mixed-content': () => `A page that came over https may not ask for anything over http. ${NOT_CORS}`,
  'local-network-access': (_, facts) =>
    `${target(facts)} is on your own computer or network, and ${page(facts)} came from outside. The browser lets such a page in only with your permission, and only if the page came over https. Look for a question at the address bar, or in the site's permissions. ${NOT_CORS}`,
  'port-blocked': () => `Browsers refuse some ports that other services use, such as 25 for mail. ${NOT_CORS}`,
  'network-error': () => `The connection failed; the browser does not say more. ${NOT_CORS}`,
  unexplained: () =>
    'The browser refused the request, and nothing that can be seen breaks a rule. It may be another protection of the browser (such as access to the local network), an extension, or a policy of the page. The console may say more.',
};
