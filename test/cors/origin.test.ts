import { describe, expect, it } from 'vitest';
import {
  includesCredentials,
  isHttpScheme,
  isPotentiallyTrustworthy,
  isSameOrigin,
  originOfUrl,
  parseUrl,
  serializeOrigin,
} from '../../src/cors/origin.ts';

describe('origin', () => {
  it.each([
    ['http://a.test/x', 'http://a.test'],
    ['https://A.test:443/', 'https://a.test'],
    ['https://a.test:8443/?q', 'https://a.test:8443'],
    ['http://u:p@a.test/', 'http://a.test'],
    ['blob:http://a.test/1', 'http://a.test'],
    ['data:,x', 'null'],
    ['file:///x', 'null'],
    ['http://[', 'null'],
    ['', 'null'],
  ])('%s is of %s', (url, origin) => expect(serializeOrigin(parseUrl(url))).toBe(origin));

  it('resolves against a base', () => expect(parseUrl('/y', 'http://a.test/x')?.href).toBe('http://a.test/y'));
  it('the same', () => expect(isSameOrigin('http://a.test', 'http://a.test')).toBe(true));
  it.each([
    ['http://a.test', 'https://a.test'],
    ['http://a.test', 'http://a.test:8080'],
    ['http://a.test', 'http://b.a.test'],
    ['null', 'null'],
  ])('%s and %s are not the same', (a, b) => expect(isSameOrigin(a, b)).toBe(false));

  it.each(['http://a.test', 'https://a.test'])('%s is HTTP(S)', url => expect(isHttpScheme(new URL(url))).toBe(true));
  it.each(['ws://a.test', 'ftp://a.test', 'foo:bar'])('%s is not HTTP(S)', url => expect(isHttpScheme(new URL(url))).toBe(false));
  it.each(['http://u@a.test', 'http://:p@a.test'])('%s includes credentials', url => expect(includesCredentials(new URL(url))).toBe(true));
  it('no userinfo', () => expect(includesCredentials(new URL('http://a.test/@'))).toBe(false));

  it.each(['https://a.test', 'http://localhost:3000', 'http://a.localhost', 'http://127.1.2.3', 'http://[::1]:8'])('%s is trustworthy', origin =>
    expect(isPotentiallyTrustworthy(origin)).toBe(true),
  );
  it.each(['http://a.test', 'http://192.168.0.1', 'http://localhost.a.test', 'null'])('%s is not trustworthy', origin =>
    expect(isPotentiallyTrustworthy(origin)).toBe(false),
  );
});

describe('the origin of a URL is that of the URL parsed whole', () => {
  it.each([
    'https://api.test/a?b#c',
    'https://api.test:443/a',
    'http://api.test:443/a',
    'https://api.test:8443/',
    'https://API.test/a',
    'https://other.test?q=https://api.test/',
    'https://api.test',
    'https://user:secret@api.test/',
    'https://api.test\\@other.test/',
    'https://api.te\tst/',
    'https://b\u00fccher.test/',
    'https://xn--/a',
    'http://1.2/a',
    'http://[::1]:3000/a',
    'http://[::1/a',
    'https://api.test:99999/',
    'https://api.test:80:90/',
    'https:///api.test/',
    'HTTPS://api.test/a',
    'blob:https://api.test/1',
    'data:,a',
    'api.test/a',
    '',
  ])('%j', url => {
    const expected = serializeOrigin(parseUrl(url));
    expect(originOfUrl(url)).toBe(expected);
    originOfUrl('https://between.test/');
    expect([originOfUrl(url), originOfUrl(url)]).toEqual([expected, expected]);
  });
});
