/** English: what the tab says at once. */
import type { Responsible } from '../../../src/model.ts';
import type { Standing } from '../../state/standing.ts';
import { duration, number, plural, time } from './numbers.ts';

export const words = {
  title: 'CORS',
  number,
  time,
  duration,

  // toolbar
  clear: 'Clear the list',
  reload: 'Reload the page',
  search: 'Search',
  searchHint: 'URL, method, origin ( / )',
  shown: 'Requests to show',
  filters: { blocked: 'Blocked', warnings: 'Warnings', allowed: 'Allowed', all: 'All' },
  export: 'Export',

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
  nothingBlocked: (allowed: number, all: number): string => {
    const requests = plural(all, 'cross-origin request', 'cross-origin requests');
    if (allowed === all) return `The browser let ${requests} through.`;
    const rest = 'under way, given up, or unclear';
    return allowed === 0 ? `${requests} so far: ${rest}.` : `The browser let ${number(allowed)} of ${requests} through. The rest is ${rest}.`;
  },
  showAll: 'Show all requests',
  noMatchTitle: 'No request matches',
  noMatch: 'None of these requests fits the search and the filter.',
  noneAllowed: 'No request was let through yet.',
  noWarnings: 'Nothing that was let through needs a look, as far as it was seen.',
  resetFilters: 'Show everything',
  newFailures: (more: number, all: number) => `${plural(more, 'new blocked request', 'new blocked requests')}, ${number(all)} in all.`,

  // status bar
  requestsSeen: (count: number) => `${plural(count, 'request', 'requests')} seen`,
  crossOrigin: (count: number) => `${number(count)} cross-origin`,
  blocked: (count: number) => `${number(count)} blocked`,
  dropped: (count: number) => `${number(count)} older let go`,
  droppedHint: 'The recorder keeps a limited number of requests. The oldest are let go first.',
  minute: { link: 'New to CORS? One minute', close: 'Close' },
  preflights: {
    cost: (count: number, waited: string) => `${plural(count, 'preflight', 'preflights')}, ${waited}`,
    hint: 'What preflights cost this page',
  },

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
  tried: 'tried fix',
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

  // a file in the place of the live recording
  file: {
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
  },
};
