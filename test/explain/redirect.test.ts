import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/explain/redirect.ts';

describe('the address that a page had better ask for', () => {
  it.each([
    ['where the redirect leads', 'https://a.example/old', 'https://b.example/new', 'https://b.example/new'],
    ['without a name and password', 'https://a.example/old', 'https://u:p@b.example/new', 'https://b.example/new'],
    [
      'with the scheme and the port that the page knows, for a slash',
      'https://a.example:8443/x',
      'http://a.example/x/?q',
      'https://a.example:8443/x/?q',
    ],
    [
      'on the same host whatever the path looks like',
      'https://a.example//evil.example',
      'http://a.example//evil.example/',
      'https://a.example//evil.example/',
    ],
    ['none where no page may ask', 'https://a.example/', 'ftp://a.example/x', null],
  ])('is %s', (_, from, to, expected) => {
    expect(addressOf({ from: new URL(from), to: new URL(to) })).toBe(expected);
  });
});
