import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createFileLine } from '../../panel/opened/file-line.ts';
import { createStore } from '../../panel/state.ts';
import { exchange, explanation, missing, recording, verdict } from './fixtures.ts';

const open = (count: number) => {
  const due: (() => void)[] = [];
  let turns = 0;
  const line = createFileLine(
    recording(),
    Array.from({ length: count }, (_, index) => exchange(String(index))),
    { soon: run => void due.push(run) },
  );
  const store = createStore(line, {
    tabId: 0,
    repeat: () => {},
    preserveMemory: { get: () => false, set: () => {} },
    evaluate: () => verdict('blocked', [missing()]),
    explain: signal(() => explanation),
    pace: { now: () => turns++ * 10, soon: run => void due.push(run) },
  });
  line.begin();
  for (let run = due.shift(); run; run = due.shift()) run();
  return store;
};

test.each([0, 1, 100, 250])('a file of %i exchanges is told to its end, and slice by slice', count => {
  const { log, filter, access } = open(count);
  expect([log.connection.value, log.listed.value.length, filter.counts.value.blocked, access.granted.value]).toEqual(['live', count, count, true]);
});

test('clearing empties nothing: the file is as it was', () => {
  const store = open(3);
  store.clear();
  expect(store.log.listed.value.length).toBe(3);
});
