import { describe, expect, it } from 'vitest';
import { briefLocation, isOpenable, locationText } from '../../panel/asked-at.ts';
import type { CodeLocation } from '../../src/model.ts';

const at = (url: string, more: Partial<CodeLocation> = {}): CodeLocation => ({ url, line: 12, column: 5, function: 'load', ...more });

describe('what may be opened', () => {
  it.each([
    ['a script', at('https://app.example/main.js'), true],
    ['a script of a server on this machine', at('http://localhost:5173/src/main.tsx'), true],
    ['a script in a URL', at('javascript:alert(1)'), false],
    ['code in a data URL', at('data:text/javascript,fetch(1)'), false],
    ['a file', at('file:///etc/passwd'), false],
    ['an extension', at('chrome-extension://abc/content.js'), false],
    ['DevTools’ own', at('devtools://devtools/bundled/x.js'), false],
    ['a bundler’s own name', at('webpack:///./src/main.js'), false],
    ['what is no URL', at('VM123'), false],
  ])('%s', (_, location, expected) => {
    expect(isOpenable(location)).toBe(expected);
  });
});

describe('in short', () => {
  it.each([
    [at('https://app.example/js/main.js?v=3'), 'load · app.example/js/main.js?v=3:12:5'],
    [at('https://app.example/main.js', { function: '' }), 'app.example/main.js:12:5'],
    [at('data:text/javascript,x'), 'load · data:text/javascript,x:12:5'],
  ])('%j', (location, expected) => {
    expect(briefLocation(location)).toBe(expected);
  });

  it('shows what cannot be seen', () => {
    expect(briefLocation(at('https://app.example/main.js', { function: 'a\u202eb' }))).not.toContain('\u202e');
  });

  it('is bounded', () => {
    const long = 'a'.repeat(5_000);
    expect(briefLocation(at(`https://app.example/${long}`, { function: long })).length).toBeLessThan(150);
  });

  it('is whole for the clipboard', () => {
    expect(locationText(at('https://app.example/main.js'))).toBe('https://app.example/main.js:12:5');
  });
});
