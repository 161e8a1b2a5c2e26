/** Reads single things out of what was seen. Total: what is absent or malformed is null or empty. */
import type { Headers, ResponseSeen } from '../model.ts';

/** The origin of a URL, serialized (HTML, 7.1.1): "null" where it is opaque or not a URL. */
export const serializedOriginOf = (url: string): string => {
  try {
    return new URL(url).origin;
  } catch {
    return 'null';
  }
};

/** The headers that the browser judged: what other extensions made of the server's. */
export const judgedHeaders = (response: ResponseSeen | null): Headers => response?.delivered ?? response?.headers ?? [];

/** All lines of a field, joined with a comma (Fetch, 2.2.2 "get"); null where it is absent. */
export const combined = (headers: Headers | null, name: string): string | null => {
  const values = (headers ?? []).filter(header => header.name.toLowerCase() === name).map(({ value }) => value);
  return values.length === 0 ? null : values.join(', ');
};

/** The value of a response's field; null where it is absent. */
export const fieldOf = (response: ResponseSeen | null, name: string): string | null => combined(judgedHeaders(response), name);

/** The elements of a comma-separated field, trimmed, empty ones left out. */
export const listOf = (headers: Headers | null, name: string): readonly string[] =>
  (combined(headers, name) ?? '')
    .split(',')
    .map(element => element.trim())
    .filter(element => element !== '');
