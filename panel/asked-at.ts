/** The line of the page's code that asked, and whether it may be opened. */
import { clip } from '../src/explain/words/text.ts';
import type { CodeLocation } from '../src/model.ts';
import { endpointOf } from './format.ts';
import { makeVisible } from './text.ts';

/** Characters of a function's name and of a script's address in a link. */
const FUNCTION_LENGTH = 40;
const SCRIPT_LENGTH = 80;

/** Whether it is in a script from the web: nothing else is ever opened. */
export function isOpenable({ url }: CodeLocation): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:';
}

/** All of it, for a clipboard. */
export const locationText = ({ url, line, column }: CodeLocation): string => `${url}:${line}:${column}`;

/** For a link, with nothing in it that cannot be seen. */
export function briefLocation({ url, line, column, function: name }: CodeLocation): string {
  const script = makeVisible(clip(endpointOf(url), SCRIPT_LENGTH));
  const called = name === '' ? '' : `${makeVisible(clip(name, FUNCTION_LENGTH))} · `;
  return `${called}${script}:${line}:${column}`;
}
