/** Opens the demo's servers: each on one port of 127.0.0.1 and, where the machine has it, of [::1]. */
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import path from 'node:path';
import type { Role } from './model.ts';

export type Handler = (role: Role, request: http.IncomingMessage, socket: Socket) => void;

export interface Listener {
  readonly port: number;
  /** Whether it answers at [::1] too. */
  readonly hasIpv6: boolean;
  close(): Promise<void>;
}

/** Room for the 100 kB URLs and fields of the hostile cases. */
const MAX_HEADER_BYTES = 1 << 20;

/** How many free ports of 127.0.0.1 are tried until one is free on [::1] too. */
const PORT_ATTEMPTS = 20;

/** Loopback addresses that are tried for port 80, so that several demos can run at once. */
const BARE_ADDRESSES = Array.from({ length: 50 }, (_, index) => `127.0.0.${index + 2}`);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const closing = (server: Server, sockets: ReadonlySet<Socket>): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });

interface Bound {
  readonly port: number;
  close(): Promise<void>;
}

const bind = async (create: () => Server, port: number, host: string): Promise<Bound> => {
  const server = create();
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  return { port: await listen(server, port, host), close: () => closing(server, sockets) };
};

/** Node's parser refuses a method in lower case, which browsers do send (`patch`). */
const LOWER_CASE_REQUEST = /^([a-z]+) (\/\S*) HTTP\/1\.1\r\n/;

const plain = (role: Role, handler: Handler) => (): Server => {
  const server = http.createServer({ maxHeaderSize: MAX_HEADER_BYTES }, request => handler(role, request, request.socket));
  server.on('clientError', (error: Error & { readonly rawPacket?: Buffer }, duplex) => {
    const socket = duplex as Socket;
    const [, method, url] = LOWER_CASE_REQUEST.exec(error.rawPacket?.toString('latin1') ?? '') ?? [];
    if (method === undefined || url === undefined) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else handler(role, Object.assign(new http.IncomingMessage(socket), { method, url }), socket);
  });
  return server;
};

const secured = (role: Role, handler: Handler, directory: string, name: string) => (): Server => {
  const read = (file: string): Buffer => fs.readFileSync(path.join(directory, `${name}-${file}.pem`));
  const server = https.createServer({ key: read('key'), cert: read('certificate'), maxHeaderSize: MAX_HEADER_BYTES }, request =>
    handler(role, request, request.socket),
  );
  server.on('tlsClientError', () => {});
  return server;
};

/** The same port on both loopback addresses; on 127.0.0.1 alone where the machine has no [::1]. */
const bindBoth = async (create: () => Server, port: number): Promise<Listener> => {
  for (let attempt = 1; ; attempt++) {
    const four = await bind(create, port, '127.0.0.1');
    try {
      const six = await bind(create, four.port, '::1');
      return {
        port: four.port,
        hasIpv6: true,
        close: async () => {
          await Promise.all([four.close(), six.close()]);
        },
      };
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') return { ...four, hasIpv6: false };
      await four.close();
      if (port !== 0 || attempt === PORT_ATTEMPTS) throw error;
    }
  }
};

/** A server of one role on this port, or on a free one where that is taken. */
export const openPlain = async (role: Role, handler: Handler, port = 0): Promise<Listener> => {
  try {
    return await bindBoth(plain(role, handler), port);
  } catch (error) {
    if (port === 0 || !['EADDRINUSE', 'EACCES'].includes(codeOf(error))) throw error;
    return bindBoth(plain(role, handler), 0);
  }
};

/** `name` is the certificate's: `accepted` or `refused`. */
export const openSecure = (role: Role, handler: Handler, directory: string, name: string): Promise<Listener> =>
  bindBoth(secured(role, handler, directory, name), 0);

/** Port 80 of a loopback address that nobody uses; null where the machine does not allow it. */
export const openBare = async (handler: Handler): Promise<{ readonly address: string; close(): Promise<void> } | null> => {
  for (const address of BARE_ADDRESSES) {
    try {
      const bound = await bind(plain('bare', handler), 80, address);
      return { address, close: bound.close };
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') return null;
    }
  }
  return null;
};
