/** Every case of the demo, in both browsers: what the tab says is what the browser itself says, and the fix works at the first try. */
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { possibleWords } from '../cors/possible-words.ts';
import { CASES } from '../demo/cases/index.ts';
import type { Result } from '../demo/model.ts';
import { casesFor, type DemoSession, ENGINES, failureOf, isOf, openDemo, type Verdicts } from './demo-session.ts';

/** The reason that goes with another in Firefox's console: one failed preflight often logs both. */
const FOLLOW_UP = 'CORSDidNotSucceed';

/** Characters of a value that are held against the browser's. */
const COMPARED = 500;

const schema = JSON.parse(readFileSync(new URL('../contracts/report.schema.json', import.meta.url), 'utf8')) as object;

/** Cases whose fix takes a server that the demo does not have: one with TLS, at a name that is not this machine's. */
const LACKS_SERVER: ReadonlySet<string> = new Set(['redirect-insecure']);

describe.each(ENGINES)('the demo in %s', engine => {
  let session: DemoSession;
  let report: Report;
  let verdicts: Verdicts;
  const results = new Map<string, Result | 'timed out'>();
  const mended = new Map<string, Result | 'timed out'>();
  const cases = casesFor(CASES, engine, false);
  const shown = () => {
    const served = new Set(session.demo.cases.map(({ id }) => id));
    return (id: string): boolean => served.has(id);
  };

  beforeAll(async () => {
    session = await openDemo(engine);
    const isServed = shown();
    for (const { id } of cases.filter(each => isServed(each.id))) results.set(id, await session.play(id));
    report = await session.report();
    verdicts = await session.browser.verdicts();
    for (const { id } of cases) {
      const { fix, redirects } = failureOf(report, id) ?? {};
      if (!fix || LACKS_SERVER.has(id)) continue;
      // The report's preflight is the one where the exchange stopped.
      session.demo.setFix(id, { ...fix, preflight: fix.preflight && { ...fix.preflight, hop: redirects?.length ?? 0 } });
      mended.set(id, await session.play(id));
      session.demo.setFix(id, null);
    }
  });
  afterAll(() => session?.close());

  it.each(cases.map(({ id, expected, unseenBy }) => ({ id, expected, unseenBy })))('$id', ({ id, expected, unseenBy }) => {
    if (!results.has(id)) return; // This machine cannot serve it: see the case's needs.
    expect(results.get(id)).toBe(expected.result);
    const failure = failureOf(report, id);
    const isSeen = !unseenBy.includes(engine);
    expect([failure?.code ?? null, failure?.stage ?? null]).toEqual(isSeen ? [expected.code, expected.stage] : [null, null]);
    if (!failure) return;
    const own = verdicts.filter(isOf(id));
    if (engine === 'chromium') {
      const said = own.flatMap(verdict =>
        verdict.engine === 'chromium' && verdict.corsError !== null ? [[verdict.corsError, verdict.failedParameter ?? '']] : [],
      );
      const [error, parameter] = said.at(-1) ?? [null, ''];
      // Reports bound what came from the network, which only a hostile value notices.
      const words = possibleWords(failure.engines.chromium).map(word => [word.corsError, word.failedParameter?.slice(0, COMPARED) ?? '']);
      expect(words).toContainEqual([error, parameter?.slice(0, COMPARED)]);
    } else {
      const said = own.flatMap(verdict => (verdict.engine === 'firefox' ? [verdict.reason] : []));
      const reason = said.find(each => each !== FOLLOW_UP) ?? said[0] ?? null;
      expect(possibleWords(failure.engines.firefox).map(word => word.reason)).toContain(reason);
    }
  });

  it.each(cases.filter(({ expected }) => expected.code !== null).map(({ id }) => ({ id })))(
    'the fix of $id, if it offers one, works at the first try',
    ({ id }) => {
      expect(mended.get(id) ?? 'readable').toBe('readable');
    },
  );

  it('offers a fix wherever an answer of the server can help', () => {
    const isCorsFailure = new Set(report.failures.filter(({ isCors }) => isCors).map(({ request }) => request.url.replace(/[?#].*/s, '')));
    const without = report.failures
      .filter(({ isCors, fix }) => isCors && fix === null)
      .map(({ code, request }) => `${code} ${request.url.slice(0, 80)}`);
    expect(isCorsFailure.size).toBeGreaterThan(80);
    expect(without.filter(text => !/redirect-scheme|\/case\/(sandboxed|redirect-tainted|redirect-login|preflight-302-login)/.test(text))).toEqual([]);
  });

  it('says of what code fetched in mode no-cors that it is closed to it', () => {
    const closed = report.advice.filter(({ code, url }) => code === 'answer-opaque' && isOf('no-cors')({ url }));
    expect(closed).toHaveLength(1);
  });

  it('exports a report that the contract accepts', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const isValid = ajv.compile(schema);
    expect([isValid(report), isValid.errors]).toEqual([true, null]);
  });

  it('takes everything from the network for text', async () => {
    const hacked = () => (globalThis as { hacked?: unknown }).hacked ?? null;
    expect([await session.browser.inPanel(hacked), await session.browser.inDevtoolsPage(hacked)]).toEqual([null, null]);
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
