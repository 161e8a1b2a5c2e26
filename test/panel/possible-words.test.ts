import { expect, test } from 'vitest';
import { possibleWords } from '../../panel/possible-words.ts';
import { openEngines, verdict } from '../report/sample.ts';

const alone = { blocked: true, credentials: null, because: null };

test('a word that is known stands alone', () => {
  const { chromium, firefox } = verdict().engines;
  expect(possibleWords(chromium)).toEqual([{ ...alone, term: 'PreflightMissingAllowOriginHeader', about: [] }]);
  expect(possibleWords(firefox)).toEqual([{ ...alone, term: 'CORSMissingAllowOrigin', about: [] }]);
});

test('each that is possible says what it holds for', () => {
  const { chromium, firefox } = openEngines('x');
  expect(possibleWords(chromium).map(({ term, about, credentials }) => [term, about, credentials])).toEqual([
    ['PreflightAllowOriginMismatch', ['x'], 'same-origin'],
    ['PreflightInvalidAllowCredentials', [], 'include'],
  ]);
  expect(possibleWords(firefox).map(({ because }) => because)).toEqual(['lines', 'list']);
});

test('one term about several things is one word', () => {
  const corsError = 'HeaderDisallowedByPreflightResponse';
  const readings = ['x-a', 'x-b'].map(failedParameter => ({ ...alone, corsError, failedParameter }));
  expect(possibleWords({ blocked: true, corsError, failedParameter: null, readings })).toEqual([
    { ...alone, term: corsError, about: ['x-a', 'x-b'] },
  ]);
});
