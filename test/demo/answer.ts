/**
 * Writes answers as bytes. Node's own response writer refuses header values that a faulty server may well send, so the
 * demo writes its answers itself; every one of them closes its connection.
 */
import { STATUS_CODES } from 'node:http';
import { FONT, IMAGE } from './bodies.ts';
import type { BodyKind, Header, HttpAnswer } from './model.ts';

interface Content {
  readonly type: string;
  readonly bytes: Buffer;
}

const text = (type: string, content: string): Content => ({ type, bytes: Buffer.from(content) });

const CONTENTS: Readonly<Record<BodyKind, Content>> = {
  json: text('application/json', '{"hello":"world"}'),
  none: text('', ''),
  image: { type: 'image/png', bytes: IMAGE },
  script: text('text/javascript', 'globalThis.demoScripts = (globalThis.demoScripts ?? 0) + 1;'),
  style: text('text/css', '.demo-styled { color: inherit }'),
  font: { type: 'font/ttf', bytes: FONT },
  events: text('text/event-stream', 'data: hello\n\n'),
  page: text('text/html', '<!doctype html><title>Another page</title><p>Another page'),
};

const hasField = (headers: readonly Header[], name: string): boolean => headers.some(header => header.name.toLowerCase() === name);

/** Statuses that never have a body (RFC 9110, 6.4.1). */
const isBodiless = (status: number): boolean => status === 204 || status === 304;

/** The whole answer, status line and all. Header values are byte strings. */
export const serialize = (answer: HttpAnswer): Buffer => {
  const content = CONTENTS[isBodiless(answer.status) ? 'none' : answer.body];
  const own: Header[] = [
    { name: 'Connection', value: 'close' },
    { name: 'Cache-Control', value: 'no-store' },
  ];
  if (content.type !== '') own.push({ name: 'Content-Type', value: content.type });
  if (!isBodiless(answer.status)) own.push({ name: 'Content-Length', value: String(content.bytes.length) });
  const lines = [...answer.headers, ...own.filter(({ name }) => !hasField(answer.headers, name.toLowerCase()))];
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Unknown'}`,
    ...lines.map(({ name, value }) => `${name}: ${value}`),
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), content.bytes]);
};
