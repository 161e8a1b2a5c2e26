/** English: causes in what the headers say. */
import { misspelt, nearEntry } from '../../../causes/misspelt.ts';
import { clip, short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { quoted } from '../quoted.ts';

const NAME_ROOM = 60;
const named = (name: string): string => quoted(clip(name, NAME_ROOM));

export const valueCauses: KindWords<'value'> = {
  'header-misspelt': {
    title: 'The header’s name is misspelt',
    is: ({ answer }) =>
      `The answer has a header called ${named(misspelt(answer) ?? '')}. Browsers know Access-Control-Allow-Origin only, and take no other name for it.`,
    shows: 'The server’s code or its settings have this name.',
  },
  'dev-server': {
    title: 'A development server that lets only this computer in',
    is: ({ page }) =>
      `Vite’s development server answers only pages that come from localhost, unless it is told otherwise. Put ${short(page)} on the list server.cors.origin in its configuration.`,
    shows: 'The same page opened from localhost is let in.',
  },
  'lambda-url-twice': {
    title: 'The function and its address both add it',
    is: () =>
      'A Lambda function URL with CORS switched on adds the header, and so does the function’s code. Leave it to the settings of the URL, and take it out of the code.',
    shows: 'The header stands there once as soon as the function’s code leaves it out.',
  },
  'added-twice': {
    title: 'Two layers both add the header',
    is: () => 'The header is added in two places, most often by the application and again by the proxy or gateway before it. Let one of them do it.',
    shows: 'Asked without the proxy, the application answers with one such header.',
  },
  'list-of-origins': {
    title: 'The whole list is sent',
    is: () => 'The server sends its whole list of allowed origins. It has to look up the one that asks and answer with that one.',
    shows: 'The values are those of the server’s own list.',
  },
  'any-origin-with-credentials': {
    title: '“*” and credentials',
    is: () =>
      'The server is set up to allow everybody (“*”). Browsers take that only where the page asks without credentials. Let it ask so where it needs none; otherwise the server has to name the page’s origin, from a list.',
    shows: 'Good answers of this address have “*”, too.',
  },
  'origin-pattern': {
    title: 'A pattern instead of an origin',
    is: () =>
      'The server sends the pattern that it is configured with. It has to compare the pattern with the origin that asks, and answer with that origin.',
    shows: 'The server’s settings have the pattern where it sends the value.',
  },
  'origin-misconfigured': {
    title: 'An origin written wrongly',
    is: () =>
      'The allowed origin in the server’s settings is not written as browsers write it. Usual slips: no http:// before it, a slash behind it, quotation marks around it, or a variable that is not set.',
    shows: 'The value stands like that in the server’s settings or in its environment.',
  },
  'own-origin-allowed': {
    title: 'The server allows itself',
    is: ({ page, target }) =>
      `The server names its own address, ${short(target)}, where the page’s belongs. The list of allowed origins holds who asks, not who is asked: put ${short(page)} there.`,
    shows: 'The server’s settings hold its own address in the list of allowed origins.',
  },
  'other-loopback-name': {
    title: 'localhost and 127.0.0.1 are two origins',
    is: ({ page }) =>
      `The server allows this computer under another name than the page uses. To browsers, localhost, 127.0.0.1 and [::1] are three hosts: add ${short(page)} to the list, or open the page under the name that is allowed.`,
    shows: 'Opened under the allowed name, the page is let in.',
  },
  'with-or-without-www': {
    title: 'www makes another origin',
    is: ({ page }) =>
      `The server allows the page’s site with www., or without, and the page is opened the other way. Add ${short(page)} to the list.`,
    shows: 'Opened under the allowed name, the page is let in.',
  },
  'other-scheme-allowed': {
    title: 'http and https are two origins',
    is: ({ page }) =>
      `The server allows the page’s address with the other of http and https. Add ${short(page)} to the list; where both are the same site, redirect visitors to https.`,
    shows: 'Opened with the allowed scheme, the page is let in.',
  },
  'other-port-allowed': {
    title: 'Another port is another origin',
    is: ({ page }) =>
      `The server allows the page’s host on another port. Development servers take the next port where theirs is in use: see that an old one is not still running, or add ${short(page)} to the list.`,
    shows: 'Opened on the allowed port, the page is let in.',
  },
  'other-origin-allowed': {
    title: 'Another origin is allowed',
    is: ({ failures }) =>
      failures.some(failure => failure.code === 'allow-origin-mismatch' && failure.because === 'null')
        ? 'The server allows “null”, which some settings hold for tests with a local file. Let it allow the page’s origin instead.'
        : 'The server allows one fixed origin, and this page has another. Add the page’s to the list that the server allows.',
    shows: 'The value is the same whichever origin asks.',
  },
  'credentials-not-true': {
    title: 'Not written as “true”',
    is: () => 'The server means to allow credentials. The only value that counts is “true”, in lower case and once; 1, True and yes are none.',
    shows: 'The server’s settings or its code have another word there.',
  },
  'credentials-not-allowed': {
    title: 'Credentials are not allowed',
    is: () => 'The server allows the page, but not with credentials. That is a switch of its own in most frameworks.',
    shows: 'Good answers of this address, and new ones, do not allow them either.',
  },
  'content-type-not-listed': {
    title: 'Content-Type is not on the list',
    is: () =>
      'Forms may send three content types without asking; JSON is none of them. So the server has to allow the header Content-Type. Libraries set it wherever they send JSON, some of them for GET too, where it can be left out.',
    shows: null,
  },
  'star-is-no-list': {
    title: '“*” is no list with credentials',
    is: () =>
      'In a list of methods or headers, “*” means everything only where no credentials are sent. With them it is a name like any other: write the list out.',
    shows: null,
  },
  'entry-misspelt': {
    title: 'The list has nearly the right name',
    is: facts => {
      const near = nearEntry(facts) ?? '';
      return `The server’s list has ${named(near)}, which differs from what the page sends by a letter or two. One of them is misspelt.`;
    },
    shows: 'Nothing else that the page sends has the name on the list.',
  },
  'list-in-lower-case': {
    title: 'The list has the method in lower case',
    is: ({ method }) =>
      `The server’s list has the method in other letters than the browser sends. In methods, upper and lower case differ: write ${short(method)} there.`,
    shows: null,
  },
  'list-incomplete': {
    title: 'The list lacks what the page needs',
    is: () => 'The server’s CORS settings hold one list of methods and one of headers. What the page needs is not on them: add it there.',
    shows: null,
  },
  'list-malformed': {
    title: 'The list is not written as one',
    is: () => 'Usual slips in such a list: quotation marks around it, brackets, semicolons, or blanks instead of commas.',
    shows: null,
  },
  'cors-not-set-up': {
    title: 'CORS is not set up here',
    is: () => 'The server does not allow other origins, or not at this address. CORS has to be switched on there.',
    shows: 'No other answer of this address has such a header, whichever origin asks.',
  },
};
