/** English: what is behind each failure, for a reader who is new to CORS. One idea a sentence. */
import type { Failure, OriginDifference } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import { isLowerCaseMethod } from '../../page-faults.ts';
import { enumerate, short } from '../text.ts';
import type { PerFailure } from '../words.ts';
import { moreHeaders } from './more-headers.ts';
import { networkDetails } from './network-details.ts';
import { quoted } from './quoted.ts';

const page = ({ page: origin }: Facts): string => (origin === 'null' ? 'a page without an origin of its own' : `a page from ${short(origin)}`);
const target = (facts: Facts): string => short(facts.target);

const ONLY_BROWSERS = 'The same request works in curl or Postman, because only browsers ask for this permission.';

const PREFLIGHT =
  'Before a request that a plain web form could not make, browsers ask the server for permission with an OPTIONS request, the preflight.';
const NEVER_SENT = 'The request itself was never sent.';

const withheld = (facts: Facts): string =>
  facts.page !== 'null' && facts.differs.length === 0
    ? `Code of ${page(facts)} asked for something, and redirects led by another server. From there on the browser gives the answer to the page only if the answer allows that page.`
    : `Code of ${page(facts)} asked ${target(facts)} for something. To a browser these are two different origins, so it gives the answer to the page only if the answer allows that page.`;

const SUBJECT = {
  preflight: 'The answer to the preflight',
  redirect: 'The redirect',
  response: 'The answer',
  network: 'The answer',
} satisfies { readonly [S in Failure['stage']]: string };

const wayHere = ({ failure, hopIndex, exchange }: Facts): string => {
  if (failure.stage === 'redirect') return ' It stopped at a redirect: each answer on the way has to allow the page, not only the last.';
  if (hopIndex === 0) return '';
  return ` The request was redirected ${hopIndex === 1 ? 'once' : `${hopIndex} times`} before it came here, from ${quoted(exchange.hops[0]?.url ?? '')}.`;
};

/** The story of a CORS check that failed; `rule` goes on from "The answer". */
const check = (facts: Facts, rule: string): string => {
  const { failure, preflight } = facts;
  const broken = `${SUBJECT[failure.stage]} ${rule}`;
  if (failure.stage === 'preflight') return `${PREFLIGHT} ${broken} ${NEVER_SENT} ${ONLY_BROWSERS}`;
  const first = preflight ? ' The preflight was fine; the answer to the request itself has to allow the page too.' : '';
  return `${withheld(facts)}${wayHere(facts)}${first} ${broken} The server did get the request and answered it. ${ONLY_BROWSERS}`;
};

const status = ({ answer, failure }: Facts): string => {
  if (answer === null || answer.status < 400) return '';
  return failure.stage === 'preflight'
    ? ` The answer is an error (${answer.status}) besides, and that is likely the real trouble.`
    : ` The answer is an error (${answer.status}), and that may be the real trouble: look at the server’s log first.`;
};

const tainted = ({ isTainted }: Facts): string =>
  isTainted ? ' After a redirect from one foreign origin to another, the browser no longer says who asks: it sends “Origin: null”.' : '';

const refusedList = (what: string): string =>
  `${PREFLIGHT} The answer came, but its list of ${what} cannot be read, so it allows nothing. ${NEVER_SENT}`;

const SPELLING = 'does not write the page’s origin as browsers do. They compare the two letter by letter.';
const ANOTHER = 'allows another origin. Scheme, host and port must all be the same.';

const MISMATCH: { readonly [D in OriginDifference]: string } = {
  null: 'says “null”, which stands for no page with an address.',
  pattern: 'holds a pattern, and browsers know none here.',
  'no-scheme': SPELLING,
  'trailing-slash': SPELLING,
  path: SPELLING,
  case: SPELLING,
  userinfo: SPELLING,
  'default-port': SPELLING,
  scheme: ANOTHER,
  port: ANOTHER,
  host: ANOTHER,
  several: ANOTHER,
};

const MULTIPLE = {
  lines: 'has the header more than once, and browsers accept only one.',
  list: 'names several origins at once, and browsers accept only one.',
  'lines-or-list': 'has the header more than once, or several origins in it, and browsers accept only one.',
} as const;

const corsDetails = {
  'allow-origin-missing': (_, facts) => check(facts, `allows nobody.${tainted(facts)}${status(facts)}`),
  'allow-origin-wildcard-with-credentials': (_, facts) =>
    check(
      facts,
      'allows everybody (“*”). But the page asked with credentials: cookies, a client certificate or HTTP sign-in. What comes back may be private, so the server has to name the page.',
    ),
  'allow-origin-multiple': ({ because }, facts) => check(facts, MULTIPLE[because]),
  'allow-origin-invalid': ({ because }, facts) =>
    check(facts, because === 'empty' ? 'has the header, but nothing in it.' : 'names something that is no origin.'),
  'allow-origin-mismatch': ({ because }, facts) =>
    check(facts, facts.origin === 'null' ? `names one origin.${tainted(facts)} No name matches that.` : MISMATCH[because]),
  'allow-credentials-missing': (_, facts) =>
    check(
      facts,
      'allows the page, but the page asked with credentials: cookies, a client certificate or HTTP sign-in. The server has to allow that too, in a header of its own.',
    ),
  'allow-credentials-invalid': (_, facts) =>
    check(facts, 'allows the page, but not its credentials: what it says of them is not the one word that counts.'),
  'preflight-status': ({ status: code }, facts) => {
    const signIn = code === 401 ? ' Browsers never send cookies or a sign-in with it, so nothing may ask for one there.' : '';
    return `${PREFLIGHT} ${target(facts)} answered it with ${code}, which is no success.${signIn} ${NEVER_SENT} ${ONLY_BROWSERS}`;
  },
  'preflight-redirect': (_, facts) =>
    `${PREFLIGHT} ${target(facts)} redirected it, and browsers do not follow a redirect of a preflight. ${NEVER_SENT}${
      facts.detour === 'login' ? '' : ' Either the page asks for the final address, or the server answers OPTIONS here.'
    } ${ONLY_BROWSERS}`,
  'allow-methods-invalid': () => refusedList('methods'),
  'allow-headers-invalid': () => refusedList('headers'),
  'method-not-allowed': (failure, facts) => {
    const spelling = isLowerCaseMethod(failure)
      ? ' Browsers put GET, POST, PUT, DELETE, HEAD and OPTIONS into upper case by themselves, and send other methods as the page wrote them.'
      : '';
    return `${PREFLIGHT} It asked whether ${page(facts)} may use ${short(failure.method)}, and the answer does not say so.${spelling} ${NEVER_SENT} ${ONLY_BROWSERS}`;
  },
  'header-not-allowed': (_, facts) => {
    const asked = enumerate(facts.askedHeaders, 'and', moreHeaders, { max: 5, room: 60 });
    return `${PREFLIGHT} It asked whether ${page(facts)} may send ${asked}, and the answer does not allow ${facts.askedHeaders.length > 1 ? 'all of them' : 'it'}. ${NEVER_SENT} ${ONLY_BROWSERS}`;
  },
  'redirect-with-userinfo': (_, facts) =>
    `${target(facts)} redirected to an address with a user name or password in it. Browsers do not carry such secrets to another origin for a page. ${ONLY_BROWSERS}`,
  'redirect-scheme': ({ scheme }, facts) =>
    `${target(facts)} redirected to an address that begins with ${quoted(`${scheme}:`)}. Code of a page may only be redirected to http and https.`,
  'redirect-insecure': ({ location }, facts) =>
    `${target(facts)} redirected to ${quoted(location)}. Code of a page that came over https may not follow a redirect to http. This is a rule about mixed content, not about CORS, but the page sees the same error.`,
} satisfies Partial<PerFailure<string>>;

export const credentialsUnknown = (header: string): string =>
  `Nothing shows whether the page asked with credentials (cookies and the like). If it did, ${header} is what stopped it first.`;

export const modeUnknown =
  'Nothing shows whether the page asked in mode “no-cors”, in which it may not read the answer anyway. If it did, nothing was blocked.';

export const details: PerFailure<string> = { ...corsDetails, ...networkDetails };
