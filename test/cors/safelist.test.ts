import { describe, expect, it } from 'vitest';
import { corsUnsafeRequestHeaderNames, isCorsSafelistedMethod, isCorsSafelistedRequestHeader } from '../../src/cors/safelist.ts';
import { headers, type Line } from './build.ts';

describe('methods', () => {
  it.each(['GET', 'HEAD', 'POST'])('%s is safelisted', method => expect(isCorsSafelistedMethod(method)).toBe(true));
  it.each(['get', 'Post', 'PUT', 'PATCH', ''])('%j is not safelisted', method => expect(isCorsSafelistedMethod(method)).toBe(false));
});

describe('CORS-safelisted request-header', () => {
  const safe: readonly Line[] = [
    ['Accept', 'a'.repeat(128)],
    ['accept', 'text/html, */*;q=0.8'],
    ['Accept-Language', 'de-AT, en;q=0.5, *'],
    ['Content-Language', 'en'],
    ['Content-Type', 'text/plain'],
    ['content-type', 'TEXT/PLAIN;charset=utf-8'],
    ['Content-Type', 'multipart/form-data; boundary=x'],
    ['Content-Type', ' application/x-www-form-urlencoded '],
    ['Content-Type', 'text/plain ; a=b'],
    ['Range', 'bytes=0-10'],
    ['Range', 'bytes=5-'],
    ['Range', 'bytes=7-7'],
  ];
  it.each(safe)('%s: %s', (name, value) => expect(isCorsSafelistedRequestHeader(name, value)).toBe(true));

  const unsafe: readonly Line[] = [
    ['Accept', 'a'.repeat(129)],
    ...['"', '(', ')', ':', '<', '>', '?', '@', '[', '\\', ']', '{', '}', '\u0000', '\u001f', '\u007f'].map((byte): Line => ['Accept', `a${byte}`]),
    ['Accept-Language', 'en_US'],
    ['Content-Language', 'en@'],
    ['Content-Type', 'application/json'],
    ['Content-Type', 'text'],
    ['Content-Type', ''],
    ['Content-Type', '/plain'],
    ['Content-Type', 'text/'],
    ['Content-Type', 'text/plain, application/json'],
    ['Content-Type', 'text/plain; a="b"'],
    ['Range', 'bytes=-5'],
    ['Range', 'bytes=9-5'],
    ['Range', 'bytes=0-1,2-3'],
    ['Range', 'bytes = 0-1'],
    ['Range', 'items=0-1'],
    ['X-A', '1'],
    ['Authorization', 'a'],
  ];
  it.each(unsafe)('not %s: %j', (name, value) => expect(isCorsSafelistedRequestHeader(name, value)).toBe(false));
});

describe('CORS-unsafe request-header names', () => {
  const long = 'a'.repeat(128);
  const eight: readonly Line[] = Array.from({ length: 8 }, (): Line => ['Accept', long]);
  const cases: readonly [name: string, lines: readonly Line[], names: readonly string[]][] = [
    ['none', [['Accept', '*/*']], []],
    ['lower case, sorted, once', [['X-B', '1'], ['x-a', '1'], ['X-A', '2']], ['x-a', 'x-b']],
    ['1024 bytes of safelisted values', eight, []],
    ['1025 bytes', [...eight, ['Accept-Language', 'd'], ['X-A', '1']], ['accept', 'accept-language', 'x-a']],
  ]; // biome-ignore format: a row each
  it.each(cases)('%s', (_, lines, names) => expect(corsUnsafeRequestHeaderNames(headers(...lines))).toEqual(names));
});
