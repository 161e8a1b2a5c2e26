import { describe, expect, it } from 'vitest';
import { CASES } from '../cases/index.ts';
import type { DemoCase } from '../model.ts';
import { differences } from './compare.ts';
import type { Measured } from './measure.ts';

const find = (id: string): DemoCase => {
  const found = CASES.find(each => each.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found;
};

const missing = find('allow-origin-missing');
const chromium: Measured = { result: 'refused', corsErrors: [['MissingAllowOriginHeader', '']], reasons: [], error: 'net::ERR_FAILED', isSeen: true };
const firefox: Measured = { result: 'refused', corsErrors: [], reasons: ['CORSMissingAllowOrigin', 'CORSDidNotSucceed'], error: null, isSeen: true };

describe('differences', () => {
  it.each([
    ['chromium', chromium],
    ['firefox', firefox],
    ['firefox', { ...firefox, error: 'NS_ERROR_DOM_BAD_URI' }],
  ] as const)('finds none in %s where all is as expected', (engine, measured) => {
    expect(differences(engine, missing, measured)).toEqual([]);
  });

  it.each([
    ['chromium', { ...chromium, result: 'timed out' }, 'result'],
    ['chromium', { ...chromium, error: null }, 'error'],
    ['chromium', { ...chromium, corsErrors: [] }, 'CORS error'],
    ['chromium', { ...chromium, corsErrors: [['MissingAllowOriginHeader', 'x']] }, 'failed parameter'],
    ['chromium', { ...chromium, isSeen: false }, 'seen by webRequest'],
    ['firefox', { ...firefox, error: 'NS_ERROR_NET_RESET' }, 'error'],
    ['firefox', { ...firefox, reasons: ['CORSDidNotSucceed'] }, 'reason'],
  ] as const)('finds one in %s for %o', (engine, measured, name) => {
    expect(differences(engine, missing, measured).map(line => line.split(':')[0])).toEqual([name]);
  });
});
