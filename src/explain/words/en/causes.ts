/** English: the likely reason behind a broken rule, and where to look. */
import { quoted, short } from '../text.ts';
import type { Words } from '../words.ts';

export const causes: Words['causes'] = {
  'response-headers-in-request': () =>
    'The page sends a header that begins with Access-Control-. Those are for the server to answer with; in a request they do nothing but need a permission of their own. Delete them from the page’s code.',
  'lower-case-method': ({ method }) =>
    `The page’s code writes the method as ${quoted(method)}. Browsers put only GET, POST, PUT, DELETE, HEAD and OPTIONS into upper case by themselves: write ${quoted(method.toUpperCase())}.`,
  'redirect-tainted': () =>
    'The request was redirected from one foreign origin to another. From there on the browser no longer tells who asks (“Origin: null”). Ask for the final address directly.',
  'opaque-origin': () =>
    'The page has no origin of its own. That is so in a sandboxed frame, a file opened from disk or a data: address. Serve the page over http or https, or let the frame keep its origin (allow-same-origin).',
  'redirect-to-https': ({ target }) =>
    `The page asks ${short(target)} over http, and the server sends everybody on to https. Let the page ask over https at once.`,
  'redirect-trailing-slash': () =>
    'The address that the page asks for and the one that the server knows differ by the slash at the end. Let the page ask for exactly the server’s.',
  'redirect-to-login': () =>
    'The server sends whoever is not signed in to a login page. A preflight never carries a sign-in: let OPTIONS through, and answer requests of code with 401 instead of a redirect.',
  'redirect-elsewhere': () => 'The address that the page asks for has moved. Let the page ask for the new one.',
  'auth-before-cors': () =>
    'The server asks for a sign-in before it looks at the preflight, and a preflight never carries one. Let CORS be handled before the sign-in check, or exempt OPTIONS from it.',
  'no-options-route': () =>
    'Nothing on the server answers OPTIONS at this address. Switch on CORS in its framework, or add a route that answers OPTIONS.',
  'gateway-error': ({ answer }) =>
    `A proxy or gateway answered with ${answer?.status ?? 'an error'} in the place of the application, so the application’s headers are missing. See why it could not reach the application.`,
  'server-error': ({ answer }) =>
    `The application failed (${answer?.status ?? 'an error'}), and its error answer lacks the CORS headers that its good answers may have. Mend the error first; then let error answers carry the headers too.`,
  'error-without-headers': ({ answer }) =>
    `The server answered with an error (${answer?.status ?? ''}) that carries no CORS headers, so the page cannot even read which. Error answers need the headers too.`,
  'added-twice': () =>
    'The header is added in two places, most often by the application and again by the proxy or gateway before it. Let one of them do it.',
  'list-of-origins': () => 'The server sends its whole list of allowed origins. It has to look up the one that asks and answer with that one.',
  'any-origin-with-credentials': () =>
    'The server is open to everybody, and the page asks with its cookies. If the page does not need them, leave out credentials there; else the server has to name the page.',
  'origin-pattern': () =>
    'The server sends the pattern that it is configured with. It has to compare the pattern with the origin that asks, and answer with that origin.',
  'origin-misconfigured': () =>
    'A setting of the server holds something that is no origin: a missing scheme, quotation marks or an unset variable are the usual reasons.',
  'other-origin-allowed': () => 'The server allows one fixed origin, and this page has another. Add the page’s to the list that the server allows.',
  'credentials-not-allowed': () => 'The server allows the page, but not with credentials. That is a switch of its own in most frameworks.',
  'tracing-headers': () =>
    'A monitoring library (such as Sentry or Datadog) added its tracing headers to the request. Restrict in its settings which servers get them, or let the server allow them.',
  'list-incomplete': () => 'What the page needs is missing from the list that the server allows.',
  'list-malformed': () =>
    'The list is written in a way that browsers cannot read: quotation marks, brackets and blanks inside a name are the usual reasons.',
  'redirect-refused': () => 'The server redirects to where a cross-origin request may not go.',
  'silent-refusal': ({ page, method, askedHeaders }) =>
    `The preflight succeeded, but without any permission. Some servers answer so when they refuse: check that they allow the origin ${short(page)}, the method ${short(method)}${
      askedHeaders.length > 0 ? ` and the headers ${quoted(askedHeaders.join(', '))}` : ''
    }. Others do not know CORS at all.`,
  'cors-not-set-up': () => 'The server does not allow other origins, or not at this address. CORS has to be switched on there.',
  'not-cors': () => 'The browser itself names the reason, and it has nothing to do with CORS.',
  unknown: () => 'Nothing that can be seen tells the reason. Look at the browser’s console next.',
};
