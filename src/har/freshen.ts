/** A 304 says that a stored answer is still good, and its headers are that answer's with its own in their place (RFC 9111, 4.3.4). */
import type { Headers } from '../model.ts';
import { comparable } from '../watch/same-request.ts';
import type { HarMessage } from './entry.ts';

const NOT_MODIFIED = 304;

const merged = (stored: Headers, fresh: Headers): Headers => {
  const names = new Set(fresh.map(({ name }) => name.toLowerCase()));
  return [...stored.filter(({ name }) => !names.has(name.toLowerCase())), ...fresh];
};

/** The messages, each 304 with the headers that the browser went by; as it is where the stored answer is not in the file. */
export const freshen = (messages: readonly HarMessage[]): readonly HarMessage[] => {
  const stored = new Map<string, Headers>();
  return messages.map(message => {
    const { response, isPreflight, method, url } = message;
    if (response === null || isPreflight) return message;
    const key = `${method} ${comparable(url)}`;
    if (response.status !== NOT_MODIFIED) {
      stored.set(key, response.headers);
      return message;
    }
    const before = stored.get(key);
    return before === undefined ? message : { ...message, response: { ...response, headers: merged(before, response.headers), fromCache: true } };
  });
};
