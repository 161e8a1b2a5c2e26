/** English: the likely reason behind a broken rule, and where to look. */
import { enumerate, short } from '../text.ts';
import type { Words } from '../words.ts';
import { moreHeaders } from './more-headers.ts';
import { quoted } from './quoted.ts';

export const causes: Words['causes'] = {
  'response-headers-in-request': () =>
    'The page sends a header that begins with Access-Control-. Those are for the server to answer with; in a request they do nothing but need a permission of their own. Delete them from the page’s code.',
  'lower-case-method': ({ method }) =>
    `The page’s code writes the method as ${quoted(method)}. To a browser and a server that is another method than ${quoted(method.toUpperCase())}.`,
  'redirect-tainted': () =>
    'The page asks one server, which sends it on to another. That is where the page’s origin gets lost, and no server can name it any more.',
  'opaque-origin': () => 'The page has no origin of its own. That is so in a sandboxed frame, a file opened from disk or a data: address.',
  'redirect-to-https': () => 'The page’s code has the address with http, and the server sends everybody on to https.',
  'redirect-trailing-slash': () =>
    'The address that the page asks for and the one that the server knows differ by the slash at the end. Many frameworks redirect from one to the other.',
  'redirect-to-login': ({ failure }) =>
    failure.stage === 'preflight'
      ? 'The server sends whoever is not signed in to a sign-in page, and a preflight never carries a sign-in. Let OPTIONS through, and answer requests of code with 401 instead of a redirect.'
      : 'The server sends whoever is not signed in to a sign-in page, which code cannot use. Let it answer requests of code with 401 instead; the page can then send its user there.',
  'redirect-elsewhere': () => 'The address that the page asks for has moved.',
  'auth-before-cors': () =>
    'The server asks for a sign-in before it looks at the preflight, and a preflight never carries one. Let CORS be handled before the sign-in check, or exempt OPTIONS from it.',
  'preflight-forbidden': () =>
    'Something forbids the preflight (403). Some frameworks answer so to an origin, a method or a header that is not on their list; firewalls and sign-in checks answer so to OPTIONS. Look at the list first.',
  'no-options-route': () =>
    'Nothing on the server answers OPTIONS at this address. Switch on CORS in its framework, or add a route that answers OPTIONS.',
  'gateway-error': ({ answer, failure }) =>
    `A proxy or gateway answered with ${answer?.status ?? 'an error'} in the place of the application${
      failure.code === 'allow-origin-missing' ? ', so the application’s headers are missing' : ''
    }. See why it could not reach the application.`,
  'server-error': ({ answer, failure }) =>
    failure.code === 'allow-origin-missing'
      ? `The application failed (${answer?.status ?? 'an error'}), and its error answer lacks the CORS headers that its good answers may have. Mend the error first; then let error answers carry the headers too.`
      : `The application failed (${answer?.status ?? 'an error'}) when it was asked for permission. Its log should say why.`,
  'error-without-headers': ({ answer }) =>
    `The server answered with an error (${answer?.status ?? 'no success'}) that carries no CORS headers, so the page cannot even see which error it is. Error answers need the headers too.`,
  'added-twice': () =>
    'The header is added in two places, most often by the application and again by the proxy or gateway before it. Let one of them do it.',
  'list-of-origins': () => 'The server sends its whole list of allowed origins. It has to look up the one that asks and answer with that one.',
  'any-origin-with-credentials': () => 'The server is set up to allow everybody (“*”). Browsers take that for requests without cookies only.',
  'origin-pattern': () =>
    'The server sends the pattern that it is configured with. It has to compare the pattern with the origin that asks, and answer with that origin.',
  'origin-misconfigured': () =>
    'The allowed origin in the server’s settings is not written as browsers write it. Usual slips: no http:// before it, a slash behind it, quotation marks around it, or a variable that is not set.',
  'other-origin-allowed': ({ failures }) =>
    failures.some(failure => failure.code === 'allow-origin-mismatch' && failure.because === 'null')
      ? 'The server allows “null”, which some settings hold for tests with a local file. Let it allow the page’s origin instead.'
      : 'The server allows one fixed origin, and this page has another. Add the page’s to the list that the server allows.',
  'credentials-not-allowed': () => 'The server allows the page, but not with credentials. That is a switch of its own in most frameworks.',
  'tracing-headers': () =>
    'A monitoring library (such as Sentry or Datadog) adds tracing headers to the page’s requests. Its settings tell which servers get them.',
  'list-incomplete': () =>
    'The server’s CORS settings hold one list of methods and one of headers. What the page needs is not on them: add it there.',
  'list-malformed': () => 'Usual slips in such a list: quotation marks around it, brackets, semicolons, or blanks instead of commas.',
  'redirect-refused': () => 'The server redirects to where a cross-origin request may not go.',
  'redirect-to-http': () =>
    'Behind a proxy that takes the encryption off, a server believes that it is asked over http, and writes its redirects so. It has to be told to trust the proxy’s X-Forwarded-Proto or Forwarded header.',
  'silent-refusal': ({ page, method, askedHeaders }) => {
    const asked = [`the origin ${short(page)}`, `the method ${short(method)}`, ...askedHeaders.map(name => `the header ${name}`)];
    return `The preflight succeeded, but without any permission. Some servers answer so when they refuse: see that they allow ${enumerate(asked, 'and', moreHeaders, { max: 5, room: 60 })}. Others do not know CORS at all.`;
  },
  'cors-not-set-up': () => 'The server does not allow other origins, or not at this address. CORS has to be switched on there.',
  'not-cors': () => 'The browser names the reason itself. Mend that first: whether CORS is set up right shows only once an answer comes.',
  unknown: () => 'Nothing that can be seen tells the reason. Look at the browser’s console next.',
};
