/** Whether a request carries what tells the server who the user is. */
import type { Header } from '../../model.ts';
import type { Facts } from '../facts.ts';

/** Names of headers, and of parts of a query; not those of tokens against forged requests. */
const TELLS_USER = /^(?:cookie|authorization)$|api-?key|\bjwt\b|(?<![cx]srf-?)token|\bauth\b|session/i;
const IN_QUERY = /[?&](?:access_token|api_?key|auth|key|sig|signature|token|x-amz-signature|x-goog-signature)=/i;

/** Names are short: a longer one is none of these. */
const NAME_MAX = 100;

/** Cookies of those who count visits or keep robots out: Google Analytics and Ads, Cloudflare, Meta, Segment, Amplitude, Hotjar. */
const OF_OTHERS = /^(?:_g(?:a|id|cl|at)\w*|__utm\w*|__cf_bm|cf_clearance|_cfuvid|_fb[pc]|ajs_\w*|AMP_\w*|amplitude_\w*|_hj\w*)$/;

const tellsUser = ({ name, value }: Header): boolean => {
  if (name.length > NAME_MAX || !TELLS_USER.test(name)) return false;
  return name.toLowerCase() !== 'cookie' || value.split(';').some(each => !OF_OTHERS.test(each.replace(/=.*/s, '').trim()));
};

/** null where its headers were never seen. */
export const hasSignIn = ({ hop }: Facts): boolean | null => hop.requestHeaders && (IN_QUERY.test(hop.url) || hop.requestHeaders.some(tellsUser));
