/** English: what is behind an error that no setting of CORS could mend. */
import type { NetworkCode } from '../../../model.ts';
import { type Facts, socketOrigin } from '../../facts.ts';
import { short } from '../text.ts';
import type { PerFailure } from '../words.ts';

const NOT_CORS = 'CORS is not at fault, although the page sees the same error: no setting of CORS will help.';

const page = ({ page: origin }: Facts): string => (origin === 'null' ? 'a page without an origin of its own' : `a page from ${short(origin)}`);
const target = (facts: Facts): string => short(facts.target);
const socket = (facts: Facts): string => short(socketOrigin(facts));

export const networkDetails: Pick<PerFailure<string>, NetworkCode | 'unexplained'> = {
  'connection-refused': (_, facts) =>
    `Nothing accepted the connection to ${target(facts)}. The server may not be running, or it listens on another port. ${NOT_CORS}`,
  'name-not-resolved': (_, facts) =>
    `No address is known for the host in ${target(facts)}. There may be a typing error in it, or it is only known in another network. ${NOT_CORS}`,
  'connection-lost': (_, facts) =>
    `The connection to ${target(facts)} was closed before a whole answer came. The server or a proxy before it may have crashed, or refused what was sent. ${NOT_CORS}`,
  'timed-out': (_, facts) => `${target(facts)} did not answer in time. It may be overloaded, or a firewall may drop what is sent to it. ${NOT_CORS}`,
  offline: () => `This computer has no connection to the network, or lost it meanwhile. Try again once it is back. ${NOT_CORS}`,
  'address-unreachable': (_, facts) =>
    `The address of ${target(facts)} cannot be reached from here. A VPN may be off, or a firewall in the way. ${NOT_CORS}`,
  'tls-failed': (_, facts) =>
    `The secure connection to ${target(facts)} could not be made. Often the server speaks plain http on that port, or only outdated versions of TLS. ${NOT_CORS}`,
  'certificate-rejected': (_, facts) =>
    `The certificate of ${target(facts)} may be self-signed, out of date or made for another name. For a development server, open its address in a tab of its own and accept the certificate there. ${NOT_CORS}`,
  'response-malformed': (_, facts) =>
    `What ${target(facts)} sent cannot be read as HTTP. Another kind of server may listen on that port, or a proxy may mangle the answer on its way. ${NOT_CORS}`,
  'too-many-redirects': () =>
    `One redirect led to the next until the browser gave up, after about 20. Often two rules undo each other, such as one that adds a slash and one that takes it away. ${NOT_CORS}`,
  'redirect-malformed': (_, facts) =>
    `${target(facts)} redirected, but what stands in its Location is no address that the browser can read. ${NOT_CORS}`,
  'blocked-by-extension': () =>
    `An extension in this browser, most often an ad blocker, stopped the request before it was sent. Try a window without extensions. ${NOT_CORS}`,
  'blocked-by-csp': (_, facts) =>
    `The page’s Content-Security-Policy lists the addresses that it may ask (connect-src), and ${target(facts)} is not among them. ${NOT_CORS}`,
  'blocked-by-corp': (_, facts) =>
    `${target(facts)} sent the header Cross-Origin-Resource-Policy, or the page demands one (Cross-Origin-Embedder-Policy). It says who may load this file, and ${page(facts)} is not included. That is a rule of its own: no setting of CORS changes it.`,
  'blocked-by-orb': () =>
    'The page asked for an image, a script or the like without CORS, and the answer is data (such as JSON or HTML) that such a tag cannot use. Browsers keep it away from the page. Often an error page came instead of the file. No setting of CORS changes that.',
  'mixed-content': (_, facts) => `A page that came over https may not ask for anything over http, and ${target(facts)} is http. ${NOT_CORS}`,
  'local-network-access': (_, facts) =>
    `${target(facts)} is on your own computer or network, and ${page(facts)} came from outside. The browser lets such a page in only with your permission, and only if the page came over https. Look for a question at the address bar, or in the site’s permissions. ${NOT_CORS}`,
  'port-blocked': () => `Browsers never connect to some ports that other services use, such as 25 for mail. Any other port will do. ${NOT_CORS}`,
  'websocket-refused': (_, facts) =>
    `A WebSocket begins with a request, and ${socket(facts)} did not answer it in the way that opens one (101 Switching Protocols). Browsers ask for no permission here: they open a socket to any server that agrees, and the server looks at the header Origin itself. CORS headers in its answer change nothing.${facts.answer === null ? ' What it answered, Chromium does not say while any extension may watch requests, not in its console either.' : ''}`,
  'network-error': ({ error }) =>
    error === ''
      ? `The connection may have failed, or the browser may have stopped the request: the file does not say. Look at the console, or repeat the request with this tab open. ${NOT_CORS}`
      : `The connection failed, and the browser’s word for it fits no kind that is known here. Look that word up. ${NOT_CORS}`,
  unexplained: (_, { exchange }) =>
    exchange.opaqueCopyAt !== undefined
      ? 'The page’s service worker took this request over, and had asked the same address itself in mode “no-cors”. With such an answer it may not serve a request of code: the browser refuses that as if the network had failed. Nothing that can be seen gives another reason.'
      : 'The browser refused the request, and nothing that can be seen breaks a rule. It may be another protection of the browser (such as access to the local network), an extension, or a policy of the page. The console may say more.',
};
