import type { Headers } from '../src/model.ts';

/** What an ellipsis never swallows: the end of a path tells two endpoints apart. */
const TAIL_LENGTH = 14;
/** What a row has of each part of a URL at most; the detail has the whole of it. */
const ENDPOINT_LENGTH = 300;

/** Host and path; the URL itself where it is not hierarchical or does not parse. */
export function endpointOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return host === '' ? url : `${host}${pathname}${search}`;
}

/** A URL for a row: the path is to be shortened in the middle, where `start` may be cut at its end and `end` is kept. */
export interface EndpointParts {
  readonly start: string;
  readonly end: string;
  /** Question mark and query, the first to make room; "" without one. */
  readonly query: string;
}

/** Of what `endpointOf` gives. */
export function partsOf(endpoint: string): EndpointParts {
  const mark = endpoint.indexOf('?');
  const path = mark < 0 ? endpoint : endpoint.slice(0, mark);
  const query = mark < 0 ? '' : endpoint.slice(mark, mark + ENDPOINT_LENGTH);
  if (path.length <= TAIL_LENGTH * 2) return { start: path, end: '', query };
  return { start: path.slice(0, -TAIL_LENGTH).slice(0, ENDPOINT_LENGTH), end: path.slice(-TAIL_LENGTH), query };
}

/** The origin without `http(s)://`, as short as a row needs it; other texts ("null") unchanged. */
export function shortOrigin(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}

export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

export function isCorsHeader(name: string): boolean {
  return /^(access-control-|origin$)/i.test(name);
}

/** The header lines that the CORS protocol reads in an answer. */
export function corsHeadersOf(headers: Headers): Headers {
  return headers.filter(({ name }) => /^access-control-/i.test(name));
}

export function findHeader(headers: Headers | null, name: string): string | null {
  return headers?.find(header => header.name.toLowerCase() === name)?.value ?? null;
}
