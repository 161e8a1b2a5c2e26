import type { Headers } from '../model.ts';

/** A field name (RFC 9110, 5.1): a token. */
const FIELD_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name);
}

/** Every line of a field, in the order received. */
export function fieldLines(headers: Headers, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(header => header.name.toLowerCase() === wanted).map(header => header.value);
}

/** The members of a field that is a list (RFC 9110, 5.6.1), in lower case, without empty ones. */
export function listMembers(headers: Headers, name: string): readonly string[] {
  return fieldLines(headers, name)
    .flatMap(line => line.split(','))
    .map(member => member.trim().toLowerCase())
    .filter(member => member !== '');
}
