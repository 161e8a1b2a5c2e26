import type { Header, Headers, ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';
import { isFieldName, listMembers } from './headers.ts';
import { toOneLine } from './headers-text.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/** Fields that curl sets by itself, or that would make its output unreadable. */
const LEFT_TO_CURL: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'te', 'upgrade', 'keep-alive', 'accept-encoding'],
]);

/** What opens a WebSocket (RFC 6455, 4.1). Any key will do: this is the RFC's own example. */
const HANDSHAKE: Headers = [
  { name: 'Connection', value: 'Upgrade' },
  { name: 'Upgrade', value: 'websocket' },
  { name: 'Sec-WebSocket-Version', value: '13' },
  { name: 'Sec-WebSocket-Key', value: 'dGhlIHNhbXBsZSBub25jZQ==' },
];
const OF_HANDSHAKE: ReadonlySet<string> = new Set(HANDSHAKE.map(({ name }) => name.toLowerCase()));
/** In HTTP/2 a handshake is another, and a socket that is opened would keep curl waiting. */
const HANDSHAKE_OPTIONS = '--http1.1 --max-time 5';

/** One line for a POSIX shell that asks the server what the browser's preflight asked; null where there was none. */
export function preflightCurl(failure: ReportFailure): string | null {
  const { preflight, request } = failure;
  const { preflightUrl, stoppedAt } = additionsOf(failure);
  if (preflight === null || preflightUrl === null) return null;
  const sent = preflight.request.headers.filter(({ name }) => /^(?:origin|access-control-request-.*)$/i.test(name));
  const { origin, method } = stoppedAt?.url === preflightUrl ? stoppedAt : request;
  const headers = sent.length > 0 ? sent : derivedHeaders(origin, method, preflight);
  return ['curl -i', ...globOff(preflightUrl), '-X OPTIONS', urlArgument(preflightUrl), ...headerArguments(headers)].join(' ');
}

/** What the browser must have sent where its headers were never seen. */
function derivedHeaders(origin: string, method: string, { reasons }: NonNullable<ReportFailure['preflight']>): Headers {
  const names = reasons.flatMap(({ kind, value }) => {
    if (kind === 'content-type') return ['content-type'];
    return kind === 'header' && value !== null ? [value.toLowerCase()] : [];
  });
  return [
    { name: 'Origin', value: origin },
    { name: 'Access-Control-Request-Method', value: method },
    ...(names.length > 0 ? [{ name: 'Access-Control-Request-Headers', value: names.sort().join(',') }] : []),
  ];
}

/** One line for a POSIX shell that sends the request where it stopped: the page's own, or the one after a redirect. It has no body, since none is recorded. */
export function requestCurl(failure: ReportFailure, words: ReportWords = en): string {
  const { url, method, origin, headers } = additionsOf(failure).stoppedAt ?? failure.request;
  const sent = headers.length > 0 ? headers : unseenHeaders(failure, origin, words.values.notSeen);
  if (failure.request.mode === 'websocket') return handshakeCurl(url, sent);
  return ['curl -i', ...globOff(url), ...methodArguments(method), urlArgument(url), ...headerArguments(sent)].join(' ');
}

function handshakeCurl(url: string, sent: Headers): string {
  const others = sent.filter(({ name }) => !OF_HANDSHAKE.has(name.toLowerCase()));
  const handshake = HANDSHAKE.map(({ name, value }) => `-H ${shellQuote(`${name}: ${value}`)}`);
  // Only recent versions of curl know ws.
  const target = urlArgument(url.replace(/^ws(?=s?:)/, 'http'));
  return ['curl -i', HANDSHAKE_OPTIONS, ...globOff(url), target, ...headerArguments(others), ...handshake].join(' ');
}

/** A refused preflight names the fields that the request would have had, without their values: `notSeen` stands for each. */
function unseenHeaders({ preflight }: ReportFailure, origin: string, notSeen: string): Headers {
  const names = preflight === null ? [] : listMembers(preflight.request.headers, 'access-control-request-headers');
  const contentType = preflight?.reasons.find(({ kind }) => kind === 'content-type')?.value;
  return [{ name: 'Origin', value: origin }, ...names.map(name => ({ name, value: name === 'content-type' && contentType ? contentType : notSeen }))];
}

function methodArguments(method: string): readonly string[] {
  if (method === 'GET') return [];
  // With -X HEAD, curl would wait for a body that never comes.
  return method === 'HEAD' ? ['-I'] : [`-X ${/^[A-Z]+$/.test(method) ? method : shellQuote(method)}`];
}

/** curl reads brackets and braces in a URL as patterns unless told otherwise. */
function globOff(url: string): readonly string[] {
  return /[[\]{}]/.test(url) ? ['-g'] : [];
}

function urlArgument(url: string): string {
  const quoted = shellQuote(url);
  // Otherwise curl would take it for an option.
  return quoted.startsWith("'-") ? `--url ${quoted}` : quoted;
}

function headerArguments(headers: Headers): readonly string[] {
  return headers.filter(isSendable).map(({ name, value }) => {
    const shown = toOneLine(value);
    // curl drops a field whose value is empty unless a semicolon stands for the colon.
    return `-H ${shellQuote(shown === '' ? `${name};` : `${name}: ${shown}`)}`;
  });
}

/** A name that is no token could be a file to read (`@name`) in curl's eyes. */
function isSendable({ name }: Header): boolean {
  return isFieldName(name) && !LEFT_TO_CURL.has(name.toLowerCase());
}

/** In single quotes nothing has a meaning to a POSIX shell but the quote itself. */
export function shellQuote(text: string): string {
  return `'${toOneLine(text).replaceAll("'", "'\\''")}'`;
}
