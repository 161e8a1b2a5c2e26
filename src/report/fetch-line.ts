import type { Header, Headers, ReportFailure } from '../model.ts';
import { fieldLines, isFieldName, listMembers } from './headers.ts';
import { toOneLine } from './headers-text.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/**
 * Fields that no page sets: those that Fetch forbids (https://fetch.spec.whatwg.org/#forbidden-request-header), and those
 * that browsers add by themselves.
 */
const SET_BY_BROWSER: ReadonlySet<string> = new Set([
  ...['accept-charset', 'accept-encoding', 'connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt', 'expect', 'host', 'keep-alive'],
  ...['origin', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via'],
  ...['accept-language', 'user-agent', 'upgrade-insecure-requests', 'priority', 'purpose', 'save-data', 'downlink', 'ect', 'rtt', 'device-memory'],
]);
const SET_BY_BROWSER_FAMILY = /^(?:access-control-request-|proxy-|sec-)/;
/** Fields that browsers add where the tools switch the cache off, or a stored answer is asked about; a page that sets them has a preflight. */
const OF_CACHE: ReadonlySet<string> = new Set([
  ...['cache-control', 'pragma', 'if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'if-range'],
]);
/** Fields that a page may set without a preflight (https://fetch.spec.whatwg.org/#cors-safelisted-request-header). */
const SAFELISTED: ReadonlySet<string> = new Set(['accept', 'content-language', 'content-type', 'range']);

/** One line of JavaScript that makes the page's request again in its console: its mode and credentials, no body (none is recorded). Of a WebSocket, one that opens it. */
export function requestFetch(failure: ReportFailure, words: ReportWords = en): string {
  const { url, method, mode, credentials, headers } = failure.request;
  if (mode === 'websocket') return openSocket(url, headers);
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quote(method)}`]),
    ...(mode === 'cors' || mode === 'no-cors' || mode === 'same-origin' ? [`mode: ${quote(mode)}`] : []),
    ...(credentials.value === 'unknown'
      ? [`credentials: "same-origin" /* ${words.commands.credentialsUnknown} */`]
      : [`credentials: ${quote(credentials.value)}`]),
    ...headersOption(headersOf(failure, words.values.notSeen)),
  ];
  return `fetch(${quote(withoutUserinfo(url))}, { ${options.join(', ')} });`;
}

function openSocket(url: string, headers: Headers): string {
  // Their case matters.
  const protocols = fieldLines(headers, 'sec-websocket-protocol').flatMap(line => line.split(',').map(protocol => protocol.trim()));
  const wanted = protocols.length === 0 ? '' : `, [${protocols.map(quote).join(', ')}]`;
  return `new WebSocket(${quote(withoutUserinfo(url))}${wanted});`;
}

function headersOption(headers: Headers): readonly string[] {
  if (headers.length === 0) return [];
  const lines = headers.map(({ name, value }) => `[${quote(name)}, ${quote(toByteString(toOneLine(value)))}]`);
  return [`headers: [${lines.join(', ')}]`];
}

/**
 * What the page set: what a preflight asked about and what needs none; without a preflight, all that no browser sets by
 * itself. `notSeen` stands for a value that was never sent, because the preflight was refused.
 */
function headersOf({ request, preflight }: ReportFailure, notSeen: string): Headers {
  const asked = preflight === null ? [] : listMembers(preflight.request.headers, 'access-control-request-headers');
  const isOfPage = (name: string): boolean => asked.includes(name) || (asked.length === 0 && !OF_CACHE.has(name)) || SAFELISTED.has(name);
  const sent = request.headers.filter(header => isSettable(header) && isOfPage(header.name.toLowerCase()) && !isDefault(header));
  const names = new Set(sent.map(({ name }) => name.toLowerCase()));
  const unseen = asked.filter(name => !names.has(name)).map(name => ({ name, value: typeOfBody(name, preflight) ?? notSeen }));
  return [...sent, ...unseen.filter(isSettable)];
}

function typeOfBody(name: string, preflight: ReportFailure['preflight']): string | null {
  const contentType = preflight?.reasons.find(({ kind }) => kind === 'content-type')?.value;
  return name === 'content-type' && contentType ? contentType : null;
}

function isSettable({ name }: Header): boolean {
  const field = name.toLowerCase();
  return isFieldName(name) && !SET_BY_BROWSER.has(field) && !SET_BY_BROWSER_FAMILY.test(field);
}

function isDefault({ name, value }: Header): boolean {
  return name.toLowerCase() === 'accept' && value === '*/*';
}

/** fetch refuses a URL with a name or password in it. */
function withoutUserinfo(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#\\]*@/i, '$1');
}

/** A value's characters stand for bytes: those past Latin-1 came as UTF-8. */
function toByteString(value: string): string {
  if (!/[^\0-\xff]/.test(value)) return value;
  return Array.from(new TextEncoder().encode(value), byte => String.fromCharCode(byte)).join('');
}

/** A string literal in printable ASCII, the same in a script, in HTML and to the eye. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]|<|>|&/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
