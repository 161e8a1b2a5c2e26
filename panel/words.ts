/**
 * Every sentence and label of the tab's own; what is loaded later has its words beside it (detail/words.ts,
 * simulator/words.ts). What is said about an exchange's cause and mending comes from src/explain.
 */
import type { Basis, BrowserInfo, Cause, Condition, CredentialsMode, PossibleCredentials, RequestMode, Responsible, Stage } from '../src/model.ts';
import type { SecretKind } from '../src/report/redact-text.ts';
import type { Standing } from './state/entry.ts';

/** Of what nothing tells. */
const UNKNOWN = 'not known';

export const plural = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const SECRETS: readonly (readonly [SecretKind, one: string, many: string])[] = [
  ['cookie', 'cookie', 'cookies'],
  ['authorization', 'Authorization header', 'Authorization headers'],
  ['password', 'password in a URL', 'passwords in URLs'],
  ['url-token', 'token in a URL', 'tokens in URLs'],
  ['header', 'secret in another header', 'secrets in other headers'],
  ['token', 'other token', 'other tokens'],
];

export const words = {
  title: 'CORS',

  // toolbar
  clear: 'Clear the list',
  reload: 'Reload the page',
  search: 'Search',
  searchHint: 'URL, method, origin ( / )',
  shown: 'Requests to show',
  filters: { blocked: 'Blocked', warnings: 'Warnings', allowed: 'Allowed', all: 'All' },
  export: 'Export',
  exportScope: 'What to export',
  exportAll: (count: number) => (count === 1 ? 'The one blocked request' : `All ${plural(count, 'blocked request', 'blocked requests')}`),
  exportOne: 'Only the selected request',
  redact: 'Leave out secrets',
  redactHint: 'Cookies, Authorization, passwords, and tokens in URLs.',
  redactOff: 'The export will hold cookies, passwords and tokens as they were sent. Share it with care.',
  copyMarkdown: 'Copy Markdown',
  copyJson: 'Copy JSON',
  downloadMarkdown: 'Download .md',
  downloadJson: 'Download .json',
  exportNothing: 'Nothing was blocked, so there is nothing to export yet.',
  exported: (action: string) => `${action}: done`,
  exportFailed: 'The export did not work. Try the other way, copy or download.',

  // states of the whole tab
  list: 'Cross-origin requests',
  connecting: 'Connecting to the recorder…',
  catchingUp: 'Catching up with the recorder…',
  emptyTitle: 'Recording',
  empty: 'No cross-origin request yet. Use the page: every request to another origin shows up here as it happens.',
  waitingTitle: 'Reload the page to see everything',
  waiting: 'Recording began when DevTools opened. What the page asked for before that was not seen.',
  waitingShort: 'Recording began when DevTools opened. Reload the page to see everything.',
  reloadButton: 'Reload',
  noAccessTitle: 'The browser does not let this extension see requests',
  noAccess:
    'To explain a blocked request, it has to watch requests to every site. It watches only while DevTools is open, and nothing leaves your computer.',
  noAccessShort: 'The browser withholds access to web sites: new requests are not seen.',
  grantButton: 'Allow access…',
  nothingBlockedTitle: 'Nothing was blocked',
  nothingBlocked: (allowed: number, all: number) => {
    const requests = plural(all, 'cross-origin request', 'cross-origin requests');
    if (allowed === all) return `The browser let ${requests} through.`;
    const rest = 'under way, given up, or unclear';
    return allowed === 0
      ? `${requests} so far: ${rest}.`
      : `The browser let ${allowed.toLocaleString('en')} of ${requests} through. The rest is ${rest}.`;
  },
  showAll: 'Show all requests',
  noMatchTitle: 'No request matches',
  noMatch: 'None of these requests fits the search and the filter.',
  noneAllowed: 'No request was let through yet.',
  noWarnings: 'Nothing that was let through needs a look, as far as it was seen.',
  resetFilters: 'Show everything',
  newFailures: (more: number, all: number) => `${plural(more, 'new blocked request', 'new blocked requests')}, ${all.toLocaleString('en')} in all.`,

  // status bar
  requestsSeen: (count: number) => `${plural(count, 'request', 'requests')} seen`,
  crossOrigin: (count: number) => `${count.toLocaleString('en')} cross-origin`,
  blocked: (count: number) => `${count.toLocaleString('en')} blocked`,
  dropped: (count: number) => `${count.toLocaleString('en')} older let go`,
  droppedHint: 'The recorder keeps a limited number of requests. The oldest are let go first.',

  // a row
  standing: { blocked: 'Blocked', allowed: 'Allowed', pending: 'Waiting', cancelled: 'Given up', unknown: 'Unclear' } satisfies Record<
    Standing,
    string
  >,
  failed: 'Failed',
  noCors: 'no CORS needed',
  more: (count: number) => `+${count} more`,
  incomplete: 'seen in part',
  worthALook: 'worth a look',
  responsible: {
    server: 'Server',
    page: 'Your page',
    gateway: 'Gateway',
    network: 'Network',
    browser: 'Browser',
    extension: 'Extension',
    nobody: 'Nobody',
  } satisfies Record<Responsible, string>,
  mendedBy: (who: string) => `Can mend it: ${who}`,

  // detail
  detail: 'The selected request',
  back: 'Back to the list',
  choose: 'Choose a request to see what happened to it.',
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
  incompleteDetail: 'This request was seen only in part, so some of this may be missing.',
  disagreement: {
    'browser-refused':
      'The browser refused this although the headers seen here would pass. Something out of sight decided: a cached preflight, another extension, or the browser’s own protection of the local network.',
    'browser-allowed':
      'The browser let this through although the headers seen here would not pass. Another extension may have changed them on the way to the page.',
  },
  quietHeadline: (standing: Standing, from: string, to: string) =>
    ({
      blocked: `The browser did not let ${from} read this answer.`,
      allowed: `${to} let ${from} read this answer.`,
      pending: `${from} is still waiting for ${to}.`,
      cancelled: `${from} gave up this request before it ended.`,
      unknown: `It cannot be told whether ${from} could read this answer.`,
    })[standing],
  noCorsHeadline: (from: string, to: string) => `${from} used an answer from ${to} without reading it, which needs no permission.`,

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
  copy: 'Copy',
  copyLine: (line: string) => `Copy ${line}`,
  copyAll: 'Copy all',
  copied: 'Copied',
  copyFailed: 'Copying did not work',

  problemsTitle: (count: number) => (count === 1 ? 'The rule that was broken' : `${count} rules were broken`),
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
  confidence: { certain: 'certain', likely: 'likely', possible: 'one possibility' } satisfies Record<Cause['confidence'], string>,

  consoleTitle: 'What your console calls it',
  engines: { chromium: 'Chromium', firefox: 'Firefox' } satisfies Record<BrowserInfo['engine'], string>,
  yourConsole: (engine: string) => `${engine} (this browser)`,
  wouldBlock: 'blocks it',
  wouldAllow: 'would let it through',
  oneOf: 'Cannot be told. One of these:',
  or: ' or ',
  orMore: (count: number) => ` or ${count.toLocaleString('en')} more`,
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
  safari: 'Safari',

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
  curlHint: 'with the secrets left out',
  mode: 'Mode',
  credentials: 'Credentials',
  origin: 'Origin',
  asked: 'Asked by',
  unknown: UNKNOWN,
  bases: { observed: 'observed', inferred: 'inferred', assumed: 'assumed' } satisfies Record<Basis, string>,
  known: {
    observed: 'seen in the traffic',
    inferred: 'the only value that fits what the browser did',
    assumed: 'the traffic does not tell',
  } satisfies Record<Basis, string>,
  modes: {
    cors: 'cors',
    'no-cors': 'no-cors',
    'same-origin': 'same-origin',
    navigate: 'navigate',
    websocket: 'websocket',
    unknown: UNKNOWN,
  } satisfies Record<RequestMode, string>,
  credentialModes: { include: 'include', 'same-origin': 'same-origin', omit: 'omit', unknown: UNKNOWN } satisfies Record<CredentialsMode, string>,

  showAllOf: (length: number) => `Show all ${length.toLocaleString('en')} characters`,
  showLess: 'Show less',
  notShown: (length: number) => `… and ${length.toLocaleString('en')} characters more, not shown`,

  minute: { link: 'New to CORS? One minute', close: 'Close' },
  preflights: {
    cost: (count: number, waited: string) => `${plural(count, 'preflight', 'preflights')}, ${waited}`,
    hint: 'What preflights cost this page',
  },
  // handing a failure on, and opening what was handed on
  handOn: {
    downloadHtml: 'Download .html',
    downloadHar: 'Download .har',
    copyFetch: 'Copy as fetch',
    leftOut: (counts: Readonly<Record<SecretKind, number>>) => {
      const found = SECRETS.flatMap(([kind, one, many]) => (counts[kind] > 0 ? [plural(counts[kind], one, many)] : []));
      return found.length === 0 ? 'No secret found to leave out. Read it through all the same.' : `Left out: ${found.join(', ')}.`;
    },
    open: 'Open a file…',
    openHint: 'Open a file: a HAR, or a report in JSON (or drop it here)',
    reading: 'is being read…',
    stop: 'Stop',
    dismiss: 'Dismiss',
    from: 'From',
    notRecorded: '– not recorded here.',
    writtenBy: 'Written by',
    notOfBrowser: 'It does not tell what a browser did, so only the rules of CORS say what would be blocked.',
    back: 'Back to the live recording',
    noneTitle: 'No cross-origin request in this file',
    none: 'The file was read whole. None of its requests went to another origin, or the tool that wrote it left them out.',
    faults: {
      tooLarge: (megabytes: number) =>
        `has ${megabytes.toLocaleString('en')} MB, and up to 100 MB can be opened. Clear the network panel, repeat only the request that fails, and save again. Save it without content, if your tool lets you.`,
      empty: 'is empty. Save it again, or ask for it again.',
      truncated: 'ends in the middle, so part of it is lost. Save it again, or have it sent again.',
      'not-json': 'is not JSON. Open a HAR (in the network panel: “Save all as HAR”), or a report that this tab saved as .json.',
      neither: 'is JSON, but neither a HAR nor a report of this tab. In the network panel, choose “Save all as HAR”.',
      'no-requests': 'is a HAR without any request. Open the network panel first, reload the page, and save again.',
      'old-report': 'was written by an older version of this extension, without what is needed to open it again. Export it again with this version.',
      unreadable: 'could not be read. It may have been moved, or be too large for this machine. Choose it again, or save a smaller one.',
      damagedReport: (at: string) => `is a report that was changed or damaged${at === '' ? '' : ` (at ${at.slice(0, 100)})`}. Export it again.`,
    },
  },
} as const;
