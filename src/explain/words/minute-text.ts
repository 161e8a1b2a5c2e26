/** What the minute's lesson is put together with, in any language. */
import { parseUrl } from '../../cors/origin.ts';
import type { Code, Piece, Sentences } from '../minute.ts';
import { clip } from './text.ts';

/** Characters of an origin, a method or a header's name. */
const ROOM = 80;
/** Reasons for a preflight that are named. */
export const REASONS_NAMED = 2;

export const codeOf = (text: string): Code => ({ code: clip(text, ROOM) });

/** Sentences with code in them. */
export const say = (texts: TemplateStringsArray, ...codes: readonly string[]): Sentences =>
  texts.flatMap((text, index): readonly Piece[] => {
    const code = codes[index];
    return code === undefined ? [text] : [text, codeOf(code)];
  });

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

export interface OriginParts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
}

/** null of what is no origin with parts, such as "null". */
export const originParts = (origin: string): OriginParts | null => {
  const url = parseUrl(origin);
  return url && { scheme: url.protocol.slice(0, -1), host: url.hostname, port: url.port || (PORTS[url.protocol] ?? '') };
};
