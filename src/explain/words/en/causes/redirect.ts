/** English: causes on the way to where the page asks. */
import type { KindWords } from '../../words.ts';

export const redirectCauses: KindWords<'redirect'> = {
  'redirect-to-http': {
    title: 'A server that does not know it is asked over https',
    is: () =>
      'Behind a proxy that takes the encryption off, a server believes that it is asked over http, and writes its redirects so. It has to be told to trust the proxy’s X-Forwarded-Proto or Forwarded header.',
    shows: 'The same address, asked for on the server itself over http, redirects nowhere.',
  },
  'redirect-to-https': {
    title: 'The page asks over http, the server wants https',
    is: () => 'The page’s code has the address with http, and the server sends everybody on to https.',
    shows: 'Asked for over https, the address lets the page in.',
  },
  'redirect-to-region': {
    title: 'The bucket is in another region',
    is: () =>
      'The general address of Amazon S3 redirects to the region that the bucket is in. Let the page’s code, or the library’s settings, name that region.',
    shows: null,
  },
  'redirect-www': {
    title: 'With www. or without',
    is: () => 'The server knows its address only with, or only without, www. before it, and sends everybody on from one to the other.',
    shows: 'Asked for under the other name, the address lets the page in.',
  },
  'redirect-trailing-slash': {
    title: 'A slash too many, or too few',
    is: ({ redirect }) =>
      redirect?.from.origin === redirect?.to.origin
        ? 'The address that the page asks for and the one that the server knows differ by the slash at the end. Many frameworks redirect from one to the other.'
        : 'The address that the page asks for and the one that the server knows differ by the slash at the end. Behind a proxy or in a container the server also gets its own scheme or port wrong: absolute_redirect off in nginx, or trust in X-Forwarded-Proto and X-Forwarded-Port, mends that.',
    shows: 'Asked for with the other end, the address is answered at once.',
  },
  'redirect-to-login': {
    title: 'Sent to a sign-in page',
    is: ({ failure }) =>
      failure.stage === 'preflight'
        ? 'The server sends whoever is not signed in to a sign-in page, and a preflight never carries a sign-in. Let OPTIONS through, and answer requests of code with 401 instead of a redirect.'
        : 'The server sends whoever is not signed in to a sign-in page, which code cannot use. Let it answer requests of code with 401 instead; the page can then send its user there.',
    shows: 'Opened in a tab of its own, the address leads to a sign-in page, and to none once you are signed in.',
  },
  'redirect-tainted': {
    title: 'A redirect hides who asks',
    is: () =>
      'The page asks one server, which sends it on to another. That is where the page’s origin gets lost, and no server can name it any more.',
    shows: 'Asked for directly, the last address allows the page.',
  },
  'redirect-elsewhere': {
    title: 'The address has moved',
    is: () => 'The address that the page asks for has moved.',
    shows: 'Opened in a tab of its own, the address ends at another one.',
  },
  'redirect-refused': {
    title: 'A redirect to where no page may go',
    is: () => 'The server redirects to where a cross-origin request may not go.',
    shows: null,
  },
};
