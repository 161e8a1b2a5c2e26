/** Where the redirect that an exchange failed at leads, and why it is there. */
import { parseUrl } from '../cors/origin.ts';
import type { Failure, Hop } from '../model.ts';
import { fieldOf } from './read.ts';

export interface Redirect {
  readonly from: URL;
  readonly to: URL;
}

/**
 * https: the same address, over https; www: the same, with or without www.; slash: the same but for the slash at its end, and
 * perhaps for a scheme or a port that the server does not know of; login: a sign-in page; elsewhere: none of these.
 */
export type Detour = 'https' | 'www' | 'slash' | 'login' | 'elsewhere';

const between = (from: string, to: string | null): Redirect | null => {
  const [start, end] = [parseUrl(from), to === null ? null : parseUrl(to, from)];
  return start && end ? { from: start, to: end } : null;
};

/** The redirect that a failure is about: the failing answer itself, or the one that led to it; null without any. */
export const redirectOf = (failures: readonly Failure[], hops: readonly Hop[]): Redirect | null => {
  const redirected = failures.find(({ code }) => code === 'preflight-redirect');
  if (redirected?.code === 'preflight-redirect') return between(hops[redirected.hop]?.url ?? '', redirected.location);
  const [failure] = failures;
  const hop = hops[failure?.hop ?? -1];
  if (failure === undefined || hop === undefined) return null;
  const location = failure.stage === 'redirect' ? fieldOf(hop.response, 'location') : null;
  if (location !== null) return between(hop.url, location);
  const previous = hops[failure.hop - 1];
  return previous === undefined ? null : between(previous.url, hop.url);
};

const LOGIN = /(?<![a-z])(?:log[-_]?in|logon|sign[-_]?in|auth|oauth2?|oidc|authorize|authenticate|sso|saml2?|openid|adfs|idp)(?![a-z\d])/i;
/** Names in which a capital begins a word, and those that stand for a sign-in on their own. */
const LOGIN_IN_CAPITALS = /[a-z](?:LogIn|Login|Logon|SignIn|Signin)(?![a-z])/;
const LOGIN_PAGE = /(?:log|sign)[-_]?in[-_]?(?:page|form)(?![a-z])|^accounts\.google\.com\/|\/my\.policy$|\/sessions?\/new\/?$/i;
const LOGINS = [LOGIN, LOGIN_IN_CAPITALS, LOGIN_PAGE];

const withoutWww = (host: string): string => host.replace(/^www\./, '');
const withoutSlash = (path: string): string => path.replace(/\/$/, '');

const isLogin = (url: URL): boolean => LOGINS.some(each => each.test(url.host + url.pathname));

/** Whether one of these redirects left https, on the same host: the server does not know that it is asked so. */
export const leavesTls = (hops: readonly Hop[]): boolean =>
  hops.some(({ url }, index) => {
    const [from, to] = [parseUrl(url), parseUrl(hops[index + 1]?.url ?? '')];
    return from?.protocol === 'https:' && to?.protocol === 'http:' && from.hostname === to.hostname;
  });

/** Whether it is the same address of a sign-in, at another place: it is what was asked for. A sign-in page is told in the query where to go on to. */
const isMoved = (from: URL, to: URL): boolean => {
  const [start, end] = [withoutSlash(from.pathname), withoutSlash(to.pathname)];
  return (
    from.search === to.search &&
    LOGINS.some(each => each.test(from.pathname)) &&
    start !== '' &&
    end !== '' &&
    (start.endsWith(end) || end.endsWith(start))
  );
};

export const detourOf = ({ from, to }: Redirect): Detour => {
  const isSamePath = withoutSlash(from.pathname) === withoutSlash(to.pathname);
  const otherwise = isLogin(to) && !isMoved(from, to) ? 'login' : 'elsewhere';
  // The way to a sign-in page, or to the front page for what is not there, may lead over https or www, too.
  if (!isSamePath) return otherwise;
  if (from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname) return 'https';
  if (from.hostname !== to.hostname && withoutWww(from.hostname) === withoutWww(to.hostname)) return 'www';
  if (from.hostname === to.hostname && from.pathname !== to.pathname) return 'slash';
  return otherwise;
};

/** The address that a redirect leads to, fit to be asked for by a page; null where it is none. */
export const addressOf = (redirect: Redirect): string | null => {
  const { from, to } = redirect;
  if (to.protocol !== 'http:' && to.protocol !== 'https:') return null;
  const address = new URL(to);
  if (detourOf(redirect) === 'slash') {
    address.protocol = from.protocol;
    address.port = from.port;
  }
  address.username = '';
  address.password = '';
  return address.href;
};
