/** English: terms that the tab explains where they are first used. Looked for is each spelling, as whole words, whatever the case. */
export const glossary = {
  preflight: {
    spellings: ['preflight', 'preflights'],
    title: 'Preflight',
    text: 'A question that the browser asks the server before it sends your request: an OPTIONS request that names the method and the headers to come. The real request goes out only if the answer allows them. Your code neither sends it nor sees it.',
  },
  'cross-origin': {
    spellings: ['cross-origin'],
    title: 'Cross-origin',
    text: 'From a page of one origin to a server of another. The browser may send such a request, but lets the page read the answer only if the server says so.',
  },
  origin: {
    spellings: ['origin', 'origins'],
    title: 'Origin',
    text: 'Scheme, host and port of an address, together: https://app.example:8443. If one of the three differs, it is another origin. The path does not count.',
  },
  credentials: {
    spellings: ['credentials'],
    title: 'Credentials',
    text: 'Cookies, HTTP passwords and client certificates. Across origins the browser sends them only if your code asks for it: credentials: "include" in fetch, withCredentials in XMLHttpRequest. The server must then answer with stricter headers.',
  },
  'simple-request': {
    spellings: ['simple request', 'simple requests'],
    title: 'Simple request',
    text: 'A request that a plain HTML form could send too: GET, HEAD or POST, with no unusual header and an ordinary content type. The browser sends it without a preflight, and checks the answer only.',
  },
  opaque: {
    spellings: ['opaque', 'no-cors'],
    title: 'Opaque response',
    text: 'An answer that the page may use (to draw an image, say) but never read. The mode "no-cors" gives such answers, so it does not help code that needs the data.',
  },
  redirect: {
    spellings: ['redirect', 'redirects', 'redirected'],
    title: 'Redirect',
    text: 'An answer that sends the browser on to another address. Each address on the way must allow your page. After a redirect from one foreign origin to another, the browser sends Origin: null instead of your page’s origin.',
  },
  'null-origin': {
    spellings: ['origin null', 'origin: null', '"null"', '“null”'],
    title: 'Origin null',
    text: 'What the browser sends when a request has no origin that it could name: from a sandboxed frame, from a file, or after a redirect across origins. A server should not allow it, because anyone can send it.',
  },
  wildcard: {
    spellings: ['wildcard', '*'],
    title: 'The wildcard *',
    text: 'Access-Control-Allow-Origin: * allows every page to read the answer, but only for requests without credentials. With credentials the browser wants the page’s own origin spelled out.',
  },
  gateway: {
    spellings: ['gateway', 'gateways', 'reverse proxy'],
    title: 'Gateway',
    text: 'Something in front of the application that answers in its place: a load balancer, a reverse proxy, a CDN, a firewall. Its own error pages often lack the headers that the application would send.',
  },
};
