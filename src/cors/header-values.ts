import type { Headers } from '../model.ts';

/** Whether two field names are a byte-case-insensitive match; `lowerName` is in lower case. */
const isNamed = (name: string, lowerName: string): boolean => name.length === lowerName.length && name.toLowerCase() === lowerName;

/**
 * The combined value of a field: its lines joined by a comma and a space, in order; null without any.
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 *
 * @param lowerName the field's name in lower case
 */
export function getHeader(headers: Headers, lowerName: string): string | null {
  let value: string | null = null; // step 1
  for (const header of headers) {
    if (isNamed(header.name, lowerName)) value = value === null ? header.value : `${value}, ${header.value}`; // step 2
  }
  return value;
}

/** How many lines of a field there are. */
export function countLines(headers: Headers, lowerName: string): number {
  let lines = 0;
  for (const header of headers) if (isNamed(header.name, lowerName)) lines++;
  return lines;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether a string matches HTTP's `token`: https://httpwg.org/specs/rfc9110.html#tokens */
export const isToken = (value: string): boolean => TOKEN.test(value);

/** What no field value has: NUL and line breaks, and what is no byte (isomorphic decoding). */
const NO_VALUE = /[\0\n\r]|[^\0-\xff]/;

/** Whether a string can be sent as a field's value, once trimmed: https://fetch.spec.whatwg.org/#header-value */
export const isHeaderValue = (value: string): boolean => !NO_VALUE.test(value);

const isTabOrSpace = (text: string, index: number): boolean => text[index] === ' ' || text[index] === '\t';

/** Without HTTP tabs or spaces at either end; by hand, as a regular expression takes quadratic time on a hostile value. */
function trimTabsAndSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isTabOrSpace(text, start)) start++;
  while (end > start && isTabOrSpace(text, end - 1)) end--;
  return text.slice(start, end);
}

/**
 * The items of a field whose grammar is `#token` (`#method`, `#field-name`): null without the field, 'failure' where a
 * line does not match. Empty items are skipped (https://httpwg.org/specs/rfc9110.html#abnf.extension.recipient), so an
 * empty field is an empty list; both engines agree.
 * https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractHeaderListValues(headers: Headers, lowerName: string): readonly string[] | 'failure' | null {
  let values: string[] | null = null; // steps 1 and 3; step 2 does not apply: lists allow several lines
  for (const header of headers) {
    if (!isNamed(header.name, lowerName)) continue;
    values ??= [];
    // step 4
    for (const part of header.value.split(',')) {
      const item = trimTabsAndSpaces(part);
      if (item === '') continue;
      if (!isToken(item)) return 'failure'; // step 4.2
      values.push(item); // step 4.3
    }
  }
  return values; // step 5
}
