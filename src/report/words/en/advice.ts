import type { PreflightReason } from '../../../model.ts';
import { listed } from '../listed.ts';
import type { AdviceWords } from '../words.ts';
import { number } from './numbers.ts';

const list = (items: readonly string[]): string => listed(items, 'and', more => `${number(more)} more`);

const reasonText = ({ kind, value }: PreflightReason): string => {
  switch (kind) {
    case 'content-type':
      return 'the header Content-Type, which says nothing of a request without a body';
    case 'upload-listener':
      return 'a progress listener on the upload';
    default:
      return `the header ${value ?? ''}`;
  }
};

export const advice: AdviceWords = {
  'answer-opaque': () =>
    'Your code asked for this in mode "no-cors", so it may never read the answer, whatever the server allows: to the code its status is 0 and its body empty. To read it, ask in mode "cors", which is what fetch does by itself, and let the server allow your page. If your code only sends, all is well.',
  'vary-origin-missing': () =>
    'This answer names one origin in Access-Control-Allow-Origin but has no "Vary: Origin". If the server answers each origin differently, a cache may hand this answer to a page of another origin, and the browser then blocks it. Add "Vary: Origin" to every answer of this address, also to those that allow no origin.',
  'wildcard-before-credentials': ({ because }) =>
    because === 'allow-credentials'
      ? 'This answer has both "Access-Control-Allow-Origin: *" and "Access-Control-Allow-Credentials: true", which do not go together: as soon as your page asks with credentials (cookies and the like), the browser blocks it. Name your page\'s origin instead of "*", and add "Vary: Origin"; or drop Access-Control-Allow-Credentials if no page needs credentials here.'
      : 'This answer allows "*", which counts only without credentials (cookies and the like). Other requests to this server came with them. If this one will too, the server has to name your page\'s origin and add "Access-Control-Allow-Credentials: true".',
  'open-policy': ({ origins }) =>
    origins.includes('null')
      ? 'This answer allows the origin "null" together with credentials. Any site can make a browser send "Origin: null", from a sandboxed frame, and so read this answer with the cookies of your users. Allow real origins only.'
      : `This address allowed ${number(origins.length)} different origins together with credentials: ${list(origins)}. If it reflects any origin, every site can read this answer with the cookies of your users. Let the server compare the request's Origin with a list of those that you know.`,
  'authorization-wildcard': () =>
    'The answer to the preflight allows the Authorization header only through "*". The standard asks for it by name, and Firefox already warns that "*" will stop being enough. Name it: add Authorization to Access-Control-Allow-Headers.',
  'preflight-uncached': ({ because }) =>
    `${
      because === 'absent' ? 'The answer to the preflight has no Access-Control-Max-Age' : 'Access-Control-Max-Age is no number of seconds'
    }, so browsers remember it for five seconds at most, and ask again before nearly every request. With "Access-Control-Max-Age: 7200" they remember it for two hours, the most that Chromium allows.`,
  'preflight-avoidable': ({ reasons }) =>
    `The browser asked the server first (a preflight) only because of ${list([...new Set(reasons.map(reasonText))])}. If your page can do without, every such request is one round trip faster.`,
  'headers-unreadable': ({ names }) =>
    `Your page cannot read ${names.length === 1 ? 'this header' : 'these headers'} of the answer: ${list(names)}. If it needs one, the server has to name it: "Access-Control-Expose-Headers: ${names[0] ?? ''}".`,
  'headers-without-effect': ({ names, answer }) =>
    `${list(names)} ${names.length === 1 ? 'has' : 'have'} no effect where ${names.length === 1 ? 'it stands' : 'they stand'}: ${
      answer === 'preflight'
        ? 'browsers read it in the answer to the request, not in the one to the preflight (OPTIONS).'
        : 'browsers read that only in the answer to a preflight (OPTIONS). It does no harm here.'
    }`,
  'header-misspelt': ({ name, meant }) => `An answer has the header ${name}, which means nothing to a browser. Was ${meant} meant?`,
  'outcome-unknown': () =>
    'Nothing shows whether the page could read this answer, or whether it asked with credentials (cookies and the like). Without credentials it could. With them, the browser blocks it unless the answer names the page\'s origin and has "Access-Control-Allow-Credentials: true". The console tells.',
};
