import type { Headers } from '../model.ts';

/** https://fetch.spec.whatwg.org/#cors-safelisted-method */
export const isCorsSafelistedMethod = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'POST';

/** No safelisted value is longer, in bytes. */
const MAXIMUM_VALUE_LENGTH = 128;
/** All safelisted values together, in bytes. */
const MAXIMUM_TOTAL_LENGTH = 1024;

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
const UNSAFE_BYTE = /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/;

const LANGUAGE = /^[0-9A-Za-z *,\-.;=]*$/;

const SAFELISTED_ESSENCES: ReadonlySet<string> = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** The type and subtype of a MIME type (https://mimesniff.spec.whatwg.org/#parsing-a-mime-type); its parameters never fail it. */
const ESSENCE = /^[\t\n\r ]*([!#$%&'*+\-.^_`|~0-9A-Za-z]+\/[!#$%&'*+\-.^_`|~0-9A-Za-z]+)[\t\n\r ]*(?:;|$)/;

function isSafelistedContentType(value: string): boolean {
  if (UNSAFE_BYTE.test(value)) return false; // step 1
  const essence = ESSENCE.exec(value)?.[1]; // step 2
  return essence !== undefined && SAFELISTED_ESSENCES.has(essence.toLowerCase()); // steps 3 and 4
}

const RANGE = /^bytes=(\d+)-(\d*)$/;

/** A single range with a start. https://fetch.spec.whatwg.org/#simple-range-header-value */
function isSafelistedRange(value: string): boolean {
  const [match, start = '', end = ''] = RANGE.exec(value) ?? [];
  return match !== undefined && (end === '' || BigInt(start) <= BigInt(end));
}

/**
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 *
 * @param value as bytes, one code unit each (isomorphic decoding)
 */
export function isCorsSafelistedRequestHeader(name: string, value: string): boolean {
  if (value.length > MAXIMUM_VALUE_LENGTH) return false; // step 1
  // step 2
  switch (name.toLowerCase()) {
    case 'accept':
      return !UNSAFE_BYTE.test(value);
    case 'accept-language':
    case 'content-language':
      return LANGUAGE.test(value);
    case 'content-type':
      return isSafelistedContentType(value);
    case 'range':
      return isSafelistedRange(value);
    default:
      return false;
  }
}

/** The names that need a preflight, in lower case, sorted, each once. https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names */
export function corsUnsafeRequestHeaderNames(headers: Headers): readonly string[] {
  const unsafe = new Set<string>(); // step 1
  const potentiallyUnsafe: string[] = []; // step 2
  let safelistValueSize = 0; // step 3
  // step 4
  for (const { name, value } of headers) {
    if (isCorsSafelistedRequestHeader(name, value)) {
      potentiallyUnsafe.push(name.toLowerCase());
      safelistValueSize += value.length;
    } else {
      unsafe.add(name.toLowerCase());
    }
  }
  if (safelistValueSize > MAXIMUM_TOTAL_LENGTH) for (const name of potentiallyUnsafe) unsafe.add(name); // step 5
  return [...unsafe].sort(); // step 6
}
