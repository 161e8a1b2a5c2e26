/** English: handing a failure on, and opening what was handed on. */
import type { SecretKind } from '../../../src/report/redact-text.ts';
import { number, plural } from './numbers.ts';

const SECRETS: readonly (readonly [SecretKind, one: string, many: string])[] = [
  ['cookie', 'cookie', 'cookies'],
  ['authorization', 'Authorization header', 'Authorization headers'],
  ['password', 'password in a URL', 'passwords in URLs'],
  ['url-token', 'token in a URL', 'tokens in URLs'],
  ['header', 'secret in another header', 'secrets in other headers'],
  ['token', 'other token', 'other tokens'],
];

export const exportWords = {
  scope: 'What to export',
  all: (count: number): string => (count === 1 ? 'The one blocked request' : `All ${plural(count, 'blocked request', 'blocked requests')}`),
  one: 'Only the selected request',
  redact: 'Leave out secrets',
  redactHint: 'Cookies, Authorization, passwords, and tokens in URLs.',
  redactOff: 'The export will hold cookies, passwords and tokens as they were sent. Share it with care.',
  leftOut: (counts: Readonly<Record<SecretKind, number>>): string => {
    const found = SECRETS.flatMap(([kind, one, many]) => (counts[kind] > 0 ? [plural(counts[kind], one, many)] : []));
    return found.length === 0 ? 'No secret found to leave out. Read it through all the same.' : `Left out: ${found.join(', ')}.`;
  },
  copyMarkdown: 'Copy Markdown',
  copyJson: 'Copy JSON',
  downloadMarkdown: 'Download .md',
  downloadJson: 'Download .json',
  downloadHtml: 'Download .html',
  downloadHar: 'Download .har',
  nothing: 'Nothing was blocked, so there is nothing to export yet.',
  done: (action: string) => `${action}: done`,
  failed: 'The export did not work. Try the other way, copy or download.',
};

/** Why a file cannot be opened, after its name. */
export const fileFaults = {
  tooLarge: (megabytes: number) =>
    `has ${number(megabytes)} MB, and up to 100 MB can be opened. Clear the network panel, repeat only the request that fails, and save again. Save it without content, if your tool lets you.`,
  empty: 'is empty. Save it again, or ask for it again.',
  truncated: 'ends in the middle, so part of it is lost. Save it again, or have it sent again.',
  'not-json': 'is not JSON. Open a HAR (in the network panel: “Save all as HAR”), or a report that this tab saved as .json.',
  neither: 'is JSON, but neither a HAR nor a report of this tab. In the network panel, choose “Save all as HAR”.',
  'no-requests': 'is a HAR without any request. Open the network panel first, reload the page, and save again.',
  'old-report': 'was written by an older version of this extension, without what is needed to open it again. Export it again with this version.',
  unreadable: 'could not be read. It may have been moved, or be too large for this machine. Choose it again, or save a smaller one.',
  damagedReport: (at: string) => `is a report that was changed or damaged${at === '' ? '' : ` (at ${at.slice(0, 100)})`}. Export it again.`,
};
