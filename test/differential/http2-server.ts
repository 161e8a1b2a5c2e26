/** A server that speaks HTTP/2 and nothing else. It says what HTTP/2 can say: header names are in lower case there, and values have no white space around them. */
import http2 from 'node:http2';
import { type Listening, listenOnLoopback } from '../loopback.ts';
import type { Line } from '../oracle.ts';
import type { Answer } from './answers.ts';
import type { Certificate, RawRequest } from './raw-server.ts';

/** What HTTP/2 has no room for (RFC 9113, 8.2.2). */
const OF_CONNECTIONS: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** What Node.js lets nobody send on two lines; on one, both values read the same. */
const joined = (name: string, values: readonly string[]): string | string[] =>
  name === 'access-control-allow-credentials' || values.length === 1 ? values.join(', ') : [...values];

const toFields = (lines: readonly Line[]): http2.OutgoingHttpHeaders => {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of lines) {
    const lowerName = name.toLowerCase();
    if (!OF_CONNECTIONS.has(lowerName)) fields[lowerName] = [...(fields[lowerName] ?? []), value.trim()];
  }
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, joined(name, values)]));
};

const toRequest = (headers: http2.IncomingHttpHeaders): RawRequest => ({
  method: headers[':method'] ?? '',
  target: headers[':path'] ?? '',
  headers: new Map(Object.entries(headers).map(([name, value]) => [name, String(value)])),
});

export interface Http2Answer extends Answer {
  readonly body: string;
}

export const openHttp2Server = async (answer: (request: RawRequest) => Http2Answer, host: string, certificate: Certificate): Promise<Listening> => {
  const server = http2.createSecureServer({ ...certificate, allowHTTP1: false });
  server.on('sessionError', () => {});
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    stream.resume();
    const { status, lines, cut, early, body } = answer(toRequest(headers));
    if (cut === 'before' || cut === 'head') {
      stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
      return;
    }
    if (early === 103) stream.additionalHeaders({ ':status': early });
    stream.respond({ ':status': status, ...toFields(lines) }, { endStream: body === '' && cut === undefined });
    if (cut === 'body') stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
    else if (body !== '') stream.end(body, 'latin1');
  });
  return listenOnLoopback(server, host);
};
