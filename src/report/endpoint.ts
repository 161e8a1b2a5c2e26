/** Path segments that name one thing of many: a number, a UUID, a long run of hexadecimal digits. */
const ID_SEGMENT = /^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{12,})$/i;

/** A URL without its query and fragment and with `{id}` for each id of its path: what a server's developer calls the endpoint. */
export function endpointOf(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  const start = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(path)?.[0] ?? '';
  const segments = path
    .slice(start.length)
    .split('/')
    .map(segment => (ID_SEGMENT.test(segment) ? '{id}' : segment));
  return start + segments.join('/');
}

/** Evidence is a field's value or a URL; only a URL has ids. */
export function withoutIds(value: unknown): unknown {
  return typeof value === 'string' && /^(?:[a-z][a-z0-9+.-]*:\/)?\//i.test(value) ? endpointOf(value) : value;
}
