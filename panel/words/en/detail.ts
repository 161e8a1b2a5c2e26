/** English: what the detail of a request says besides its explanation. */
import type { Basis, Cause, Condition, PossibleCredentials, Responsible, Stage } from '../../../src/model.ts';
import type { Field } from '../../state/properties.ts';
import type { Standing } from '../../state/standing.ts';
import { number, plural } from './numbers.ts';

export const detailWords = {
  whoMends: {
    server: host => `whoever runs ${host}`,
    page: () => 'you, in the page’s code',
    gateway: host => `whoever runs what stands in front of ${host} (a gateway, proxy or CDN)`,
    network: host => `whoever looks after the connection to ${host}`,
    browser: () => 'you, in the browser’s settings or permissions',
    extension: () => 'you: another extension stepped in',
    nobody: () => 'nobody has to, this is how it is meant to work',
  } satisfies Record<Responsible, (host: string) => string>,
  whoseMove: 'Who can mend it:',
  incomplete: 'This request was seen only in part, so some of this may be missing.',
  disagreement: {
    'browser-refused':
      'The browser refused this although the headers seen here would pass. Something out of sight decided: a cached preflight, another extension, or the browser’s own protection of the local network.',
    'browser-allowed':
      'The browser let this through although the headers seen here would not pass. Another extension may have changed them on the way to the page.',
  },
  quietHeadlines: {
    blocked: from => `The browser did not let ${from} read this answer.`,
    allowed: (from, to) => `${to} let ${from} read this answer.`,
    pending: (from, to) => `${from} is still waiting for ${to}.`,
    cancelled: from => `${from} gave up this request before it ended.`,
    unknown: from => `It cannot be told whether ${from} could read this answer.`,
  } satisfies Record<Standing, (from: string, to: string) => string>,
  noCorsHeadline: (from: string, to: string) => `${from} used an answer from ${to} without reading it, which needs no permission.`,
  adviceTitle: 'Worth a look besides',
  askedAt: {
    title: 'Where your page asks:',
    open: 'Show this line in Sources',
    copy: 'Copy this place',
    notFound: 'DevTools has no such script any more.',
  },
  narrow: {
    title: 'Show only requests like this',
    choices: { origin: 'Same server', endpoint: 'Same endpoint', kind: 'Same kind', frame: 'Same frame' } satisfies Record<Field, string>,
  },

  fixTitle: 'What to change',
  fixNoneTitle: 'What to do',
  fixInPage: 'In your page',
  fixTargets: {
    preflight: 'In the answer to the preflight (OPTIONS)',
    redirect: 'In the redirect answer',
    response: 'In the answer to the request',
  },
  fixStatus: (status: number) => `Answer with status ${status}`,
  fixSets: 'Set these headers. Each replaces whatever the answer has under that name.',
  fixSetsStatus: 'Change the status of this answer. Its headers can stay as they are.',
  fixNone: 'No header that the server could send would help here.',
  copyLine: (line: string) => `Copy ${line}`,
  copyAll: 'Copy all',
  copied: 'Copied',
  copyFailed: 'Copying did not work',

  problemsTitle: (count: number): string => (count === 1 ? 'The rule that was broken' : `${count} rules were broken`),
  notCorsTitle: 'What went wrong',
  problemsLead: 'Your console names only the first. The others would stop the request next.',
  stages: { preflight: 'Preflight', redirect: 'Redirect', response: 'Answer', network: 'Connection' } satisfies Record<Stage, string>,
  came: 'Came',
  wouldPass: 'Would pass',
  nothingCame: 'nothing',
  noHeaderCame: (header: string) => `no ${header} header`,
  clause: 'In the standard',

  stepsTitle: 'Step by step',
  questionsTitle: 'Four questions to ask of every CORS error',
  causeTitle: 'What is behind it',
  shows: 'What would show it:',
  otherCauses: (count: number) => (count === 1 ? 'Another possibility' : `${count} other possibilities`),
  confidence: { certain: 'certain', likely: 'likely', possible: 'one possibility' } satisfies Record<Cause['confidence'], string>,

  consoleTitle: 'What your console calls it',
  yourConsole: (engine: string) => `${engine} (this browser)`,
  wouldBlock: 'blocks it',
  wouldAllow: 'would let it through',
  oneOf: 'Cannot be told. One of these:',
  or: ' or ',
  orMore: (count: number) => ` or ${number(count)} more`,
  ifCredentials: {
    include: ', if your page asked with credentials',
    'same-origin': ', if your page asked without credentials',
  } satisfies Record<PossibleCredentials, string>,
  ifBecause: {
    lines: ', if the header came on several lines',
    list: ', if the header came on one line',
    'no-cors': ', if your page asked in mode no-cors',
    unseen: ', as far as the answers that were seen go',
  } satisfies Record<NonNullable<Condition['because']>, string>,

  rawTitle: 'As sent and received',
  rawPreflightRequest: 'Preflight request',
  rawPreflightResponse: 'Preflight answer',
  rawRequest: 'Request',
  rawRedirect: 'Redirect answer',
  rawResponse: 'Answer',
  rawDelivered: 'What the page was given (something in the browser changed the headers)',
  rawHeaders: (title: string, count: number) => `${title}, ${plural(count, 'header', 'headers')}`,
  rawUnseen: 'never seen by the recorder',
  headersNotShown: (count: number) => `… and ${plural(count, 'header', 'headers')} more, not shown`,
  headerName: 'Header',
  headerValue: 'Value',
  curlPreflight: 'Copy preflight as curl',
  curlRequest: 'Copy request as curl',
  copyFetch: 'Copy as fetch',
  curlHint: 'with the secrets left out',
  mode: 'Mode',
  credentials: 'Credentials',
  origin: 'Origin',
  asked: 'Asked by',
  unknown: 'not known',
  bases: { observed: 'observed', inferred: 'inferred', assumed: 'assumed' } satisfies Record<Basis, string>,
  known: {
    observed: 'seen in the traffic',
    inferred: 'the only value that fits what the browser did',
    assumed: 'the traffic does not tell',
  } satisfies Record<Basis, string>,

  showAllOf: (length: number) => `Show all ${number(length)} characters`,
  showLess: 'Show less',
  notShown: (length: number) => `… and ${number(length)} characters more, not shown`,
};
