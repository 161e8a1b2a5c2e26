import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/cors/engines.ts';
import {
  createPreflightCache,
  PREFLIGHT_CACHES,
  type PreflightLeave,
  type PreflightQuestion,
  rememberedSeconds,
} from '../../src/cors/preflight-cache.ts';

describe('rememberedSeconds', () => {
  it.each(Object.entries(PREFLIGHT_CACHES))('of %s is read from its source, which is a link', (_, { source }) => {
    expect(URL.canParse(source)).toBe(true);
  });

  it.each<[value: string | null, chromium: number, firefox: number]>([
    [null, 5, 5],
    ['', 5, 5],
    ['0', 0, 0],
    ['-1', 0, 0],
    ['600', 600, 600],
    ['7200', 7_200, 7_200],
    ['7201', 7_200, 7_201],
    ['86400', 7_200, 86_400],
    ['86401', 7_200, 86_400],
    ['9'.repeat(40), 7_200, 86_400],
    ['600, 600', 5, 0],
    ['10m', 5, 0],
    ['1e3', 5, 0],
  ])('of %j', (value, chromium, firefox) => {
    expect([rememberedSeconds(value, PREFLIGHT_CACHES.chromium), rememberedSeconds(value, PREFLIGHT_CACHES.firefox)]).toEqual([chromium, firefox]);
  });
});

const put: PreflightQuestion = {
  origin: 'https://app.example',
  url: 'https://api.example/a',
  includesCredentials: false,
  method: 'PUT',
  headerNames: ['x-a'],
};
const leave: PreflightLeave = { methods: ['PUT'], headerNames: ['x-a'] };
const withCredentials = { ...put, includesCredentials: true };

describe('a preflight cache', () => {
  it.each<
    [title: string, remembered: readonly (readonly [PreflightQuestion, PreflightLeave])[], PreflightQuestion, chromium: boolean, firefox: boolean]
  >([
    ['nothing', [], put, false, false],
    ['the same question', [[put, leave]], put, true, true],
    ['another origin', [[put, leave]], { ...put, origin: 'https://b.example' }, false, false],
    ['another address', [[put, leave]], { ...put, url: 'https://api.example/b' }, false, false],
    ['another method', [[put, leave]], { ...put, method: 'DELETE' }, false, false],
    ['another case of the method', [[put, leave]], { ...put, method: 'put' }, false, false],
    ['fewer headers', [[put, leave]], { ...put, headerNames: [] }, true, true],
    ['more headers', [[put, leave]], { ...put, headerNames: ['x-a', 'x-b'] }, false, false],
    ['POST, which no answer names', [[put, leave]], { ...put, method: 'POST' }, true, true],
    ['HEAD, which no answer names', [[put, leave]], { ...put, method: 'HEAD' }, true, false],
    ['credentials, remembered without', [[put, leave]], withCredentials, false, false],
    ['no credentials, remembered with', [[withCredentials, leave]], put, true, false],
    ['a remembered * for the method', [[put, { ...leave, methods: ['*'] }]], put, true, false],
    ['a remembered * for the headers', [[put, { ...leave, headerNames: ['*'] }]], put, true, false],
    ['a remembered * with credentials', [[withCredentials, { ...leave, methods: ['*'] }]], withCredentials, false, false],
    [
      'what the answer before the last allowed',
      [
        [put, leave],
        [put, { methods: ['DELETE'], headerNames: [] }],
      ],
      put,
      false,
      true,
    ],
  ])('covers %s', (_, remembered, question, chromium, firefox) => {
    const covers = (engine: Engine): boolean => {
      const cache = createPreflightCache(PREFLIGHT_CACHES[engine]);
      for (const [asked, allowed] of remembered) cache.remember(asked, allowed, 1_000);
      return cache.covers(question, 999);
    };
    expect([covers('chromium'), covers('firefox')]).toEqual([chromium, firefox]);
  });

  it.each(['chromium', 'firefox'] as const)('forgets in time in %s', engine => {
    const cache = createPreflightCache(PREFLIGHT_CACHES[engine]);
    cache.remember(put, leave, 1_000);
    expect([0, 999, 1_000, 2_000].map(time => cache.covers(put, time))).toEqual([true, true, false, false]);
  });
});
