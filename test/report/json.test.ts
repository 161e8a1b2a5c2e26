import { expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import { toJson } from '../../src/report/json.ts';
import { failed, input, redirected } from './sample.ts';

const report = buildReport(input([failed(), redirected()]), { redact: true });

/** The same value with the names of every object in the opposite order. */
function reversed<T>(value: T): T;
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

test('says what the report says', () => {
  expect(JSON.parse(toJson(report))).toEqual(report);
});

test('does not depend on how the report was put together', () => {
  expect(toJson(reversed(report))).toBe(toJson(report));
});

test('begins with the schema, is indented and ends with a new line', () => {
  expect(toJson(report)).toMatch(/^\{\n {2}"schema": "cors-devtools\/report@1",\n {2}"generator"[\s\S]*\n\}\n$/);
});
