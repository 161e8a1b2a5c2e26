/** Reads single things out of what was seen. Total: what is absent or malformed is null or empty. */
import { getHeader } from '../cors/header-values.ts';
import type { Headers, ResponseSeen } from '../model.ts';

/** The headers that the browser judged: what other extensions made of the server's. */
export const judgedHeaders = (response: ResponseSeen | null): Headers => response?.delivered ?? response?.headers ?? [];

/** The value of a response's field; null where it is absent. */
export const fieldOf = (response: ResponseSeen | null, name: string): string | null => getHeader(judgedHeaders(response), name);

/** The `Access-Control-` lines of an answer. */
export const corsLinesOf = (response: ResponseSeen): readonly string[] =>
  judgedHeaders(response).flatMap(({ name, value }) => (name.toLowerCase().startsWith('access-control-') ? [`${name}: ${value}`] : []));

/** The elements of a comma-separated field, trimmed, empty ones left out. */
export const listOf = (headers: Headers | null, name: string): readonly string[] =>
  (getHeader(headers ?? [], name) ?? '')
    .split(',')
    .map(element => element.trim())
    .filter(element => element !== '');
