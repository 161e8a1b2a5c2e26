/** English: what to mind when applying a fix, and what the page's own code can do. */
import { short } from '../text.ts';
import type { Words } from '../words.ts';
import { quoted } from './quoted.ts';

export const notes: Words['notes'] = {
  'allow-list': ({ origin }) =>
    `If the server allows several origins, let it compare the request’s Origin with a list of those that you know, and answer with the one that matches. Here that is ${short(origin)}.`,
  'credentials-assumed': () =>
    'If the page asks without credentials (cookies and the like), which cannot be seen, leave Access-Control-Allow-Credentials out.',
  'star-replaced': () => '“*” counts only without credentials. If the page asks without, a “*” that one of these lines replaces may stay.',
  'credentials-impossible': () =>
    'This helps only if the page asks without credentials (cookies and the like), which cannot be seen: no answer can allow them where the browser says “null” of who asks.',
  'any-origin': () => '“*” lets every page read this answer. Use it only for what everybody may see.',
  'answer-unseen': () =>
    'The answer to the request itself has not been seen yet, because the browser stopped before it. It needs its lines all the same.',
  'options-before-auth': () => 'Answer OPTIONS before anything asks for a sign-in: browsers send neither cookies nor Authorization with it.',
  'final-url': ({ finalUrl }) =>
    finalUrl === null ? 'Better still: let the page ask for the final address.' : `Better still: let the page ask for ${quoted(finalUrl)} directly.`,
};

export const advice: Words['advice'] = {
  'upper-case-method': ({ method }) => `Write the method in upper case: ${quoted(method.toUpperCase())}. Then the server need not change.`,
  'final-url': ({ finalUrl }) =>
    finalUrl === null ? 'Ask for the final address directly.' : `Ask for the final address directly: ${quoted(finalUrl)}.`,
  'no-credentials': () =>
    'If the server need not know who the user is, do not ask with credentials: leave out credentials: "include" (fetch) or withCredentials (XMLHttpRequest).',
  'no-response-headers-in-request': () => 'Delete every Access-Control-… header from the request. Only servers send them.',
  'no-opaque-origin': () => 'Give the page an origin: serve it over http or https, or add allow-same-origin to the frame’s sandbox attribute.',
  'own-back-end': ({ target }) => `If ${short(target)} is not yours, call it from your own server instead, and let the page ask that.`,
  'no-tracing-headers': () => 'Let the monitoring library send its headers to your own servers only.',
};
