/** Pieces of configuration that several recipes are made of. */
import type { Policy } from './policy.ts';

/** Lines, without those that are not wanted. */
export const lines = (...parts: readonly (string | null | false)[]): string => parts.filter(part => typeof part === 'string').join('\n');

/** As a list in JavaScript: `'a', 'b'`. */
export const quoted = (items: readonly string[]): string => items.map(item => `'${item}'`).join(', ');

/** As a list in Python: `"a", "b"`. */
export const doubleQuoted = (items: readonly string[]): string => items.map(item => `"${item}"`).join(', ');

/** As the value of a header that holds a list. */
export const joined = (items: readonly string[]): string => items.join(', ');

/** With the characters that mean something in a regular expression taken as they are. */
export const escaped = (text: string): string => text.replace(/[.+[\]]/g, '\\$&');

/** Every method that may be asked with. */
export const methodsOf = ({ methods }: Policy): readonly string[] => ['GET', 'HEAD', 'POST', ...methods];
