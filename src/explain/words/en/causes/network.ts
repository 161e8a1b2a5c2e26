/** English: causes that are no matter of CORS. */

import { isOfProtocol } from '../../../causes/connection-cut.ts';
import { directiveFor } from '../../../causes/content-security-policy.ts';
import { isLoopback } from '../../../causes/hosts.ts';
import { asksFromForeignFrame } from '../../../causes/local-network.ts';
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';

export const networkCauses: KindWords<'network'> = {
  'extension-rewrites-headers': {
    title: 'Another extension changes the headers',
    is: () =>
      'Another extension of this browser changed the server’s CORS headers on the way to the page, and the browser judged what it made of them. Look for one that switches CORS off or edits headers, and switch it off for this site: only then does it show what the server itself allows.',
    shows: null,
  },
  'proxy-fails': {
    title: 'The proxy does not let it through',
    is: () =>
      'This browser asks through a proxy, by its own settings, the system’s or an extension’s, and the proxy does not answer, does not connect, or asks for a sign-in (407). Switch it off, or make an exception for this address: a local server needs no proxy.',
    shows: 'With the proxy switched off, the request gets through.',
  },
  'network-changed': {
    title: 'The network changed meanwhile',
    is: () =>
      'The computer changed its network while it asked, or went to sleep: another Wi-Fi, a VPN, a container’s network that started. Ask again; it has nothing to do with the server.',
    shows: null,
  },
  'certificate-not-trusted': {
    title: 'The certificate is not trusted',
    is: ({ target }) =>
      `Open ${short(target)} in a tab of its own: there the browser says what is wrong with the certificate, and lets you accept one of your own making.`,
    shows: null,
  },
  'plain-http-port': {
    title: 'Plain http where https is asked for',
    is: ({ page, target }) =>
      page.startsWith('https:') && !isLoopback(target)
        ? `Most likely ${short(target)} does not speak https on this port at all. Ask for the port that has https: a page over https may not ask with http.`
        : `Most likely ${short(target)} does not speak https on this port at all. Ask for it with http, or for the port that has https.`,
    shows: 'The same address with http:// is answered.',
  },
  'tls-not-agreed': {
    title: 'No agreement on encryption',
    is: () =>
      'Server and browser know no version of TLS, or no cipher, in common, or the server does not know the host’s name. Update the server’s TLS settings.',
    shows: 'openssl s_client says what the server offers.',
  },
  'nothing-listens': {
    title: 'Nothing listens there',
    is: ({ target }) =>
      `Start the server, and compare the port that it prints at its start with the one in ${short(target)}. In a container, see that the port is published.`,
    shows: null,
  },
  'name-unknown': {
    title: 'The name is not known',
    is: ({ others }) =>
      others().length > 0
        ? 'The name was known before in this recording, so it is right. Look at this computer’s network: its connection, its VPN, or its DNS server.'
        : 'Read the host’s name letter by letter. A name of an inner network needs its VPN, and one of your own an entry in the hosts file or in DNS. A blocker in the network’s DNS answers so, too, for names of advertisers and of those who count visits.',
    shows: 'nslookup on this computer says whether the name has an address.',
  },
  'connection-cut': {
    title: 'The connection was cut',
    is: ({ failure }) =>
      'error' in failure && isOfProtocol(failure.error)
        ? 'Over HTTP/2 or HTTP/3 the connection broke off, or the answer breaks their rules. Look into the log of the server, and of the proxy before it, at this moment. A VPN, a firewall or a virus scanner may do so too: ask from another network, or with HTTP/3 (QUIC) switched off in the browser.'
        : 'Look into the server’s log at this moment: a crash, a restart, or a limit on size or time are the usual reasons. Where it has nothing, a firewall or proxy between cut the connection.',
    shows: 'The log of the server or of the proxy has an error of this moment.',
  },
  'no-answer-in-time': {
    title: 'No answer in time',
    is: () => 'Ask for the address from another place, such as the server itself: if that works, a firewall between drops what is sent.',
    shows: null,
  },
  'computer-offline': {
    title: 'This computer is offline',
    is: () => 'Check the connection of this computer. DevTools can also switch the network off: look at the network panel’s throttling.',
    shows: null,
  },
  'no-way-there': {
    title: 'The address cannot be reached',
    is: () =>
      'No way leads to this address from here. Switch the VPN on, correct the address, or see whether a firewall on this computer forbids it.',
    shows: null,
  },
  'answer-malformed': {
    title: 'An answer that no browser can read',
    is: () =>
      'Ask for the address with curl -v to see what comes. Another program may use this port, code may write its answer by hand, or a header is wrong (Content-Encoding, Content-Length).',
    shows: null,
  },
  'redirect-loop': {
    title: 'Redirects in a circle',
    is: () => 'Ask for the address with curl -IL: the list of redirects shows which two undo each other.',
    shows: null,
  },
  'redirect-broken': {
    title: 'A redirect to nowhere',
    is: () => 'Look at what the server writes into Location: often a setting with the site’s own address is empty or lacks its scheme.',
    shows: null,
  },
  'request-blocker': {
    title: 'A blocker stops the request',
    is: () =>
      'An extension stopped it, or a blocker that is built into the browser. Blockers go by the address: words such as ads, track or analytics in it are enough. Rename the path, or make an exception for this site in the blocker.',
    shows: null,
  },
  'content-security-policy': {
    title: 'The page’s own policy forbids it',
    is: ({ target, exchange }) =>
      `Add ${short(target)} to ${directiveFor(exchange.type)} in the page’s Content-Security-Policy (a header of the page’s answer, or a meta tag).`,
    shows: null,
  },
  'embedder-policy': {
    title: 'The page’s embedder policy forbids it',
    is: () =>
      'The page sent Cross-Origin-Embedder-Policy: require-corp, so everything that it loads needs leave: Cross-Origin-Resource-Policy: cross-origin on the file, or a load with CORS. The value credentialless asks less.',
    shows: null,
  },
  'resource-policy': {
    title: 'The file’s resource policy forbids it',
    is: () =>
      'The file came with Cross-Origin-Resource-Policy: same-origin or same-site, which some security packages (such as Helmet) add by themselves. Let files for other sites have cross-origin.',
    shows: 'The answer has the header Cross-Origin-Resource-Policy.',
  },
  'opaque-response-blocking': {
    title: 'The wrong kind of answer for this tag',
    is: () =>
      'Open the address in a tab of its own: where an error page or JSON shows up, the address is wrong, or a tag asks for what only code can use.',
    shows: null,
  },
  'insecure-address': {
    title: 'An http address in an https page',
    is: ({ target }) => `Write ${short(target)} with https in the page’s code. If that server has no https, put it behind a proxy that has.`,
    shows: null,
  },
  'local-network': {
    title: 'The local network is closed to this page',
    is: ({ exchange }) =>
      `Grant the page access to the local network in the site settings beside the address bar, and serve the page over https.${asksFromForeignFrame(exchange) ? ' A frame of another origin asks here: its iframe element needs allow="local-network-access", too.' : ''}`,
    shows: null,
  },
  'forbidden-port': {
    title: 'A port that browsers never use',
    is: () => 'Let the server listen on another port: 3000, 8000 and 8080 are not among those that are closed.',
    shows: null,
  },
  'websocket-redirected': {
    title: 'A socket follows no redirect',
    is: ({ answer }) =>
      answer === null
        ? 'The server may have answered with a redirect, and no browser follows one when it opens a WebSocket. Then write the address that it redirects to into the page’s code: often it differs in wss:// for ws://, or in a slash at the end.'
        : `The server answered ${answer.status}, and no browser follows a redirect when it opens a WebSocket. Write the address that it redirects to into the page’s code: often it differs in wss:// for ws://, or in a slash at the end.`,
    shows: 'The curl line shows the status, and where Location leads.',
  },
  'websocket-sign-in': {
    title: 'The socket needs a sign-in',
    is: () =>
      'A page cannot set Authorization on a WebSocket. Let the server take a cookie of the same site, or a short-lived token: in the address, in the first message, or as a subprotocol, which its answer then has to name.',
    shows: 'With a valid sign-in, the same handshake is answered with 101.',
  },
  'websocket-origin': {
    title: 'The server does not know this page',
    is: ({ page }) =>
      page === 'null'
        ? 'WebSocket servers usually compare the header Origin with a list of those that they know. This page has no origin that could stand in one: serve it over http or https, out of any sandbox.'
        : `WebSocket servers usually compare the header Origin with a list of their own: allowed_request_origins in Rails, OriginValidator in Django Channels, setAllowedOrigins in Spring, AllowedOrigins in ASP.NET Core. In Spring and some others, the filter for CORS may refuse the origin, too. Let the server know ${short(page)}.`,
    shows: 'With another Origin, one that the server knows, the curl line is answered with 101.',
  },
  'websocket-not-offered': {
    title: 'No socket at this address',
    is: ({ target }) =>
      `Compare the path with the one that the server names, and see whether a proxy before ${short(target)} passes on Upgrade and Connection: nginx does so only with proxy_http_version 1.1 and both headers set.`,
    shows: 'The server’s own log has a plain GET, or nothing.',
  },
  'websocket-server-error': {
    title: 'The server behind the socket fails',
    is: ({ answer }) =>
      `It answered ${answer?.status ?? 'an error'}. Look into its log at this moment; a gateway’s 502, 503 or 504 means that the server behind it does not answer.`,
    shows: 'The log of the server, or of the gateway before it, has an error at this moment.',
  },
  'not-cors': {
    title: 'Not a matter of CORS',
    is: () => 'The browser names the reason itself. Mend that first: whether CORS is set up right shows only once an answer comes.',
    shows: null,
  },
  unknown: {
    title: 'The reason cannot be seen',
    is: () =>
      'No known cause fits. Look next, in this order: at the browser’s console, which may name a protection of its own; at the same page in a window without extensions; under Application › Service workers, since one may answer for the server; and at the server’s log, to see whether the request arrived.',
    shows: 'One of these names the reason.',
  },
};
