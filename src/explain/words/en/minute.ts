/** English: CORS in a minute, for a reader who has never heard of it. */
import type { PreflightReason } from '../../../model.ts';
import type { Asking, Piece, Section, Sentences, Subject } from '../../minute.ts';
import { codeOf, originParts, REASONS_NAMED, say } from '../minute-text.ts';
import type { Words } from '../words.ts';

const taken = ({ page, server }: Subject): Sentences => {
  const parts = originParts(page);
  if (parts === null)
    return say`Your page has none of its own: the browser calls it ${'null'}, as in a sandboxed frame. A web page’s is scheme, host and port together, such as ${server}. If one differs, it is another origin.`;
  return say`Scheme, host and port. Your page’s is ${page}: scheme ${parts.scheme}, host ${parts.host}, port ${parts.port}. If one differs, it is another origin, as ${server} is.`;
};

const allowing = ({ page }: Subject): Sentences => {
  if (page === 'null') return say`By a header in its answer. Anyone can be ${'null'}, so it should name nobody: ${'Access-Control-Allow-Origin: *'}`;
  return say`By a header in its answer. For your page: ${`Access-Control-Allow-Origin: ${page}`}`;
};

const reasonOf = ({ kind, value }: PreflightReason): readonly Piece[] => {
  const what = kind === 'method' ? 'the method ' : kind === 'content-type' ? 'the content type ' : 'the header ';
  return [what, codeOf(value ?? '')];
};

const because = (reasons: readonly PreflightReason[]): Sentences => {
  const named = reasons.slice(0, REASONS_NAMED).flatMap((reason, index) => [index === 0 ? ', because of ' : ' and ', ...reasonOf(reason)]);
  return [...named, '.'];
};

const ASKED: { readonly [A in Asking]: (subject: Subject) => Sentences } = {
  simple: ({ method }) => say` Your ${method} was simple: nothing in it needs permission.`,
  preflighted: ({ method, reasons }) => [...say` Your ${method} needed a preflight`, ...because(reasons)],
  remembered: ({ method }) => say` Your ${method} needs a preflight; the browser remembered the last one.`,
  unread: ({ method }) => say` Your ${method} did not ask to read the answer, so CORS had no say.`,
  unclear: ({ method }) => say` Which of the two your ${method} was cannot be seen.`,
};

const sections = (subject: Subject): readonly Section[] => [
  { heading: 'What is an origin?', paragraphs: [taken(subject)], points: [] },
  {
    heading: 'Why keep origins apart?',
    paragraphs: [
      say`Your browser may send your cookies with a request, whichever page asks. If any page could read the answers, any site that you visit could read your mail. So a page may send many requests to other origins, but read only what they let it. This protects you, the visitor.`,
    ],
    points: [],
  },
  { heading: 'How does a server allow a page?', paragraphs: [allowing(subject)], points: [] },
  {
    heading: 'Simple or preflighted?',
    paragraphs: [
      [
        ...say`What an HTML form could send too is simple: it goes out at once, and only the answer is checked. Before any other request the browser asks permission with ${'OPTIONS'}, the preflight.`,
        ...ASKED[subject.asking](subject),
      ],
    ],
    points: [],
  },
  {
    heading: 'Cookies and *',
    paragraphs: [
      say`${'*'} allows every page, but never with cookies. For those, your code sets ${'credentials: "include"'}, and the server names your origin and adds ${'Access-Control-Allow-Credentials: true'}.`,
    ],
    points: [],
  },
  {
    heading: 'Why does it work in curl and Postman?',
    paragraphs: [say`They are no browsers: they hold no visitor’s cookies and check none of this.`],
    points: [],
  },
  {
    heading: 'What does CORS not protect?',
    paragraphs: [say`The server. Anyone can send it requests, and any page simple ones. It must check for itself who asks.`],
    points: [],
  },
  {
    heading: 'Ways out',
    paragraphs: [],
    points: [
      say`Let the server allow your origin. Frameworks have middleware for it.`,
      say`Let it answer the preflight too, before any sign-in.`,
      say`Not your server? Call it from your own back end.`,
    ],
  },
  {
    heading: 'Dead ends',
    paragraphs: [],
    points: [
      say`${'mode: "no-cors"'}: the answer comes, unreadable.`,
      say`An extension or flag that switches security off: it helps, and endangers, only your own browser.`,
      say`${'*'} with credentials: browsers refuse it.`,
      say`Allowing whatever origin asks, with credentials: every site can read your users’ data.`,
      say`${'Access-Control-Allow-…'} in the request: only in answers does it count.`,
    ],
  },
];

export const minute: Words['minute'] = {
  title: 'CORS in one minute',
  example: 'Your page has asked no other origin yet, so these two are made up.',
  sections,
};
