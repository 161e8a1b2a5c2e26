/** What makes a browser keep a cookie, or a name and password, for a folder of a server. */
import type { Line } from '../oracle.ts';
import type { Answer } from './answers.ts';
import type { RawRequest } from './raw-server.ts';

export const COOKIE_PATH = '/c/set';
export const PASSWORD_PATH = '/p/enter';

/** An answer that whoever asks may read, cookies and all. */
const readable = ({ headers }: RawRequest): readonly Line[] => [
  ['Access-Control-Allow-Origin', headers.get('origin') ?? '*'],
  ['Access-Control-Allow-Credentials', 'true'],
];

/** A browser takes `Secure` from this machine's own names over plain http too; over http from others it takes no cookie for other sites. */
const cookieFor = (host: string): string => (/\.test(?::|$)/.test(host) ? 'kept=1; Path=/c/' : 'kept=1; Path=/c/; Secure; SameSite=None');

/** null where the request asks for something else. */
export const jarAnswer = (request: RawRequest): Answer | null => {
  const { target, headers } = request;
  if (target === COOKIE_PATH) {
    return { status: 204, lines: [...readable(request), ['Set-Cookie', cookieFor(headers.get('host') ?? headers.get(':authority') ?? '')]] };
  }
  if (target !== PASSWORD_PATH) return null;
  if (headers.has('authorization')) return { status: 204, lines: readable(request) };
  return { status: 401, lines: [...readable(request), ['WWW-Authenticate', 'Basic realm="kept"']] };
};
