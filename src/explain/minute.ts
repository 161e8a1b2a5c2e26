/** What a minute's lesson on CORS is told with: the reader's own page, and one of its own requests. */
import { originOfUrl } from '../cors/origin.ts';
import type { Exchange, PreflightReason, Verdict } from '../model.ts';
import { isPreflightRemembered } from './remembered-preflight.ts';

/** Code, or a value from the network (hostile text), in a sentence. */
export interface Code {
  readonly code: string;
}
export type Piece = string | Code;
export type Sentences = readonly Piece[];

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly Sentences[];
  readonly points: readonly Sentences[];
}

/**
 * How the request was asked: at once, after a preflight, or after one that the browser remembers; `unread` where the page
 * did not ask to read the answer; `unclear` where too little of it was seen to tell.
 */
export type Asking = 'simple' | 'preflighted' | 'remembered' | 'unread' | 'unclear';

export interface Subject {
  /** Made up, for want of a request. */
  readonly isExample: boolean;
  /** A serialized origin, "null" included. */
  readonly page: string;
  readonly server: string;
  readonly method: string;
  readonly asking: Asking;
  /** Of a preflighted request. */
  readonly reasons: readonly PreflightReason[];
}

export const EXAMPLE: Subject = {
  isExample: true,
  page: 'https://app.example',
  server: 'https://api.example',
  method: 'PUT',
  asking: 'preflighted',
  reasons: [{ kind: 'method', value: 'PUT' }],
};

export const subjectOf = ({ hops, incomplete }: Exchange, { origin, mode, preflightReasons }: Verdict): Subject => {
  const page = origin.value;
  const crossing = hops.findIndex(({ url }) => originOfUrl(url) !== page);
  const index = Math.max(crossing, 0);
  const hop = hops[index];
  if (hop === undefined) return EXAMPLE;
  const asking = (): Asking => {
    if (mode.value === 'no-cors') return 'unread';
    if (mode.value !== 'cors') return 'unclear';
    if (hop.preflights.length > 0) return 'preflighted';
    if (incomplete || hop.requestHeaders === null) return 'unclear';
    return isPreflightRemembered(hop, crossing >= 0) ? 'remembered' : 'simple';
  };
  const reasons = (preflightReasons[index] ?? []).filter(({ value }) => value !== null);
  return { isExample: false, page, server: originOfUrl(hop.url), method: hop.method, asking: asking(), reasons };
};
