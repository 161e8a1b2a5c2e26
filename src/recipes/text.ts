/** Pieces of configuration that several recipes are made of. */
import type { Comments } from './comments.ts';
import type { Policy } from './policy.ts';

/** Lines, without those that are not wanted. */
export const lines = (...parts: readonly (string | null | false)[]): string => parts.filter(part => typeof part === 'string').join('\n');

/** Each line further in. */
export const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

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

/** Of a platform that has a list of methods of its own: those that may be asked with and are in it. */
export const knownMethods = (policy: Policy, known: readonly string[]): readonly string[] =>
  methodsOf(policy).filter(method => known.includes(method));

/** What is to say of those that are not. */
export const unknownMethods = ({ methods }: Policy, known: readonly string[], comments: Comments): readonly string[] => {
  const unknown = methods.filter(method => !known.includes(method));
  return unknown.length > 0 ? [comments.unknownMethods(joined(unknown))] : [];
};
