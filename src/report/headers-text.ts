import type { Headers, ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/** Characters that would end a line or hide or reorder what stands in it. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text without them, for what is copied into a file or a terminal. */
export function toOneLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, '');
}

/** `Name: value`, one line for each. */
export function headerLines(headers: Headers): string {
  return headers.map(({ name, value }) => toOneLine(`${name}: ${value}`)).join('\n');
}

/** One answer of the server's and what it needs. */
export interface FixSection {
  readonly target: 'preflight' | 'redirect' | 'response';
  /** Which answer this is, in words without network text. */
  readonly title: string;
  /** The request that is answered so. */
  readonly method: string;
  readonly url: string;
  /** What the answer's status has to be; null where it stays. */
  readonly status: number | null;
  readonly headers: Headers;
  /** The headers as text to copy; empty where only the status has to change. */
  readonly lines: string;
}

/** The answers that the fix changes, in the order in which the browser gets them; empty where no answer can help. */
export function fixSections(failure: ReportFailure, words: ReportWords = en): readonly FixSection[] {
  const { request, preflight, redirects, fix } = failure;
  const { preflightUrl, stoppedAt } = additionsOf(failure);
  if (fix === null) return [];
  const later = stoppedAt ?? request;
  const sections: FixSection[] = [];
  const add = (section: Omit<FixSection, 'lines'>) => sections.push({ ...section, lines: headerLines(section.headers) });
  if (fix.preflight !== null) {
    const status = fix.preflight.status === preflight?.response?.status ? null : fix.preflight.status;
    const url = preflightUrl ?? later.url;
    add({ target: 'preflight', title: words.fix.preflight, method: 'OPTIONS', url, status, headers: fix.preflight.headers });
  }
  for (const [index, { headers }] of fix.redirects.entries()) {
    if (headers.length === 0) continue;
    const title = words.fix.redirect(index + 1, fix.redirects.length);
    const url = redirects[index]?.url ?? request.url;
    add({ target: 'redirect', title, method: request.method, url, status: null, headers });
  }
  if (fix.response !== null) {
    const { method, url } = fix.requests[fix.edits.find(({ target }) => target === 'response')?.hop ?? -1] ?? later;
    add({ target: 'response', title: words.fix.response, method, url, status: null, headers: fix.response.headers });
  }
  return sections;
}
