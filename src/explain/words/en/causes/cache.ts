/** English: answers that were made for another request. */
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';

export const cacheCauses: KindWords<'cache'> = {
  'vary-missing': {
    title: 'A cache gives out another page’s answer',
    is: () =>
      'The answer comes from a cache, and was made for another page, or for none. Without Vary: Origin the cache takes it for everybody’s. Let the server send Vary: Origin with every answer, also with those without CORS headers, and empty the cache.',
    shows: 'The same address with a new query (?1) is answered well.',
  },
  'kept-without-cors': {
    title: 'The browser kept a copy without CORS',
    is: () =>
      'The browser gave out its own copy of the answer, which it keeps from a load without CORS, such as an <img> tag’s. Put crossorigin on that tag, or let the server send its CORS headers and Vary: Origin with every answer.',
    shows: 'With the cache switched off in DevTools, it works. Where it still fails, the server itself sends no CORS headers.',
  },
  'remembered-preflight': {
    title: 'An old preflight hides a change',
    is: () =>
      'The browser sent no preflight, because it remembers one that was allowed. The server’s settings may have changed since: switch the cache off in DevTools, and ask again to see how it answers now.',
    shows: 'With the cache switched off, the preflight itself is refused.',
  },
  'service-worker-opaque': {
    title: 'The service worker gives out a copy without CORS',
    is: ({ page, target }) =>
      `The service worker of ${short(page)} asked ${short(target)} in mode “no-cors”. Such an answer is closed to every page: it may be shown, not read. Let the worker ask in mode “cors”, which the server has to allow, or leave this request to the network. Give the worker’s cache a new name, so that no old copy stays in use.`,
    shows: 'Once the worker is unregistered (Application › Service workers), the server itself answers.',
  },
};
