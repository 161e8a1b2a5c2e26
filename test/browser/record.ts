/**
 * `npm run record [-- chromium|firefox]`: plays every case of the demo in the real browsers, with the built extension and
 * its DevTools open, and writes down what webRequest said and what evidence each exchange finally had. The recordings are
 * replayed by the unit tests (test/watch/recordings.ts reads them).
 */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/launch/project.ts';
import { CASES } from '../demo/cases/index.ts';
import type { DemoCase, Engine } from '../demo/model.ts';
import { casesFor, type DemoSession, ENGINES, openDemo } from './demo-session.ts';
import { type RecordedCase, writeRecording } from './recording-format.ts';
import {
  beginCase,
  END_OF_CASE,
  inspectedTabId,
  listen,
  type RecordedEvent,
  readExchanges,
  takeEvents,
  untilCaseEnded,
} from './recording-scripts.ts';

const DIRECTORY = path.join(ROOT, 'test/fixtures/events');
const NAMES = { chromium: 'Chromium', firefox: 'Firefox' } satisfies Record<Engine, string>;

/** The network log is at most so late. */
const EVIDENCE_PATIENCE_MS = 10_000;
/** The loading of the page itself. */
const NO_CASE = '';

const isEngine = (name: string): name is Engine => ENGINES.some(engine => engine === name);

/** A group's name as a file's. */
const slug = (group: string): string =>
  group
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

const groupsOf = (cases: readonly DemoCase[]): ReadonlyMap<string, readonly DemoCase[]> =>
  new Map(cases.map(({ group }) => [group, cases.filter(each => each.group === group)]));

/** Runs something in the page, and waits until the background has been told of all the requests that it made. */
const recordCase = async ({ browser }: DemoSession, id: string, run: () => Promise<unknown>): Promise<void> => {
  await browser.inBackground(beginCase, id);
  await run();
  await browser.inPage(async (url: string) => (await fetch(url)).status, END_OF_CASE);
  await browser.inBackground(untilCaseEnded);
};

/** A page of its own for each group: its Resource Timing has room for all of it, and the log begins empty. */
const recordGroup = async (session: DemoSession, cases: readonly DemoCase[]): Promise<readonly RecordedCase[]> => {
  const { browser, demo } = session;
  await recordCase(session, NO_CASE, () => browser.open(demo.url));
  for (const { id } of cases) {
    await recordCase(session, id, async () => {
      if ((await session.play(id)) === 'timed out') throw new Error(`${id} did not end in ${browser.engine}.`);
    });
  }
  const events = await browser.inBackground(takeEvents);
  const tabId = await browser.inDevtoolsPage(inspectedTabId);
  const isOfTab = ({ details }: RecordedEvent): boolean => details.tabId === tabId || details.tabId === -1;
  await session.report(); // It asks for all the evidence that is still to come.
  const exchanges = await browser.inPanel(readExchanges, tabId, EVIDENCE_PATIENCE_MS);
  return cases.map(({ id }) => ({ id, events: events.filter(event => event.caseId === id && isOfTab(event)), exchanges }));
};

const record = async (engine: Engine): Promise<void> => {
  const session = await openDemo(engine);
  try {
    await session.browser.inBackground(listen, engine, END_OF_CASE);
    const served = new Set(session.demo.cases.map(({ id }) => id));
    const header = { browser: `${NAMES[engine]} ${session.browser.version}`, command: `npm run record -- ${engine}` };
    const files: string[] = [];
    for (const [group, all] of groupsOf(casesFor(CASES, engine, false))) {
      const cases = all.filter(({ id }) => served.has(id));
      const missing = all.filter(each => !cases.includes(each)).map(({ id }) => id);
      if (missing.length > 0) throw new Error(`This machine cannot serve ${missing.join(', ')}: record on one that can.`);
      const text = writeRecording(header, await recordGroup(session, cases), session.demo.origins);
      const file = path.join(DIRECTORY, engine, `${slug(group)}.jsonl`);
      files.push(path.basename(file));
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
      console.log(`${path.relative(ROOT, file)}: ${cases.length} cases, ${Math.ceil(text.length / 1000)} kB`);
    }
    for (const file of fs.readdirSync(path.join(DIRECTORY, engine))) {
      if (!files.includes(file)) fs.rmSync(path.join(DIRECTORY, engine, file));
    }
  } finally {
    await session.close();
  }
};

export const main = async (args: readonly string[]): Promise<number> => {
  const wrong = args.find(arg => !isEngine(arg));
  if (wrong !== undefined) {
    console.error(`There is no browser "${wrong}". npm run record [-- ${ENGINES.join('|')}]`);
    return 1;
  }
  for (const engine of ENGINES.filter(each => args.length === 0 || args.includes(each))) await record(engine);
  return 0;
};
