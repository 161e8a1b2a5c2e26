/** HARs as programs write them, in as few words as a test needs. */

export const PAGE = 'https://app.example';
export const API = 'https://api.example';
export const START = Date.UTC(2026, 0, 2, 3, 4, 5);

/** `Name: value` lines as HAR has them. */
export const lines = (...headers: readonly string[]) =>
  headers.map(header => ({ name: header.slice(0, header.indexOf(':', 1)), value: header.slice(header.indexOf(':', 1) + 1).trim() }));

interface EntryParts {
  readonly at?: number;
  readonly time?: number;
  readonly method?: string;
  readonly url?: string;
  readonly sent?: readonly string[];
  readonly status?: number;
  readonly answered?: readonly string[];
  readonly redirectURL?: string;
  /** Custom fields of the entry and of its response. */
  readonly more?: object;
  readonly error?: string;
}

/** `at`: milliseconds since the start. */
export const entry = ({ at = 0, time = 10, method = 'GET', url = `${API}/items`, sent = [`Origin: ${PAGE}`], ...answer }: EntryParts = {}) => ({
  startedDateTime: new Date(START + at).toISOString(),
  time,
  request: { method, url, headers: lines(...sent) },
  response: {
    status: answer.status ?? 200,
    headers: lines(...(answer.answered ?? [])),
    redirectURL: answer.redirectURL ?? '',
    ...(answer.error === undefined ? {} : { _error: answer.error }),
  },
  ...answer.more,
});

export const preflight = ({
  asked = 'PUT',
  headers = 'x-trace',
  sent = [],
  ...parts
}: EntryParts & { readonly asked?: string; readonly headers?: string } = {}) =>
  entry({
    method: 'OPTIONS',
    status: 204,
    sent: [`Origin: ${PAGE}`, `Access-Control-Request-Method: ${asked}`, `Access-Control-Request-Headers: ${headers}`, ...sent],
    ...parts,
  });

export const har = (
  entries: readonly unknown[],
  creator: { readonly name: string; readonly version?: string } = { name: 'WebInspector', version: '537.36' },
  more: object = {},
) => ({
  log: { version: '1.2', creator, entries, ...more },
});

export const FIREFOX = { name: 'Firefox', version: '153.0' } as const;
export const PROXY = { name: 'Some Proxy', version: '4.6' } as const;
