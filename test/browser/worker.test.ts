/** The browser may stop the background at any time: nothing recorded is lost, nothing is recorded twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { additionsOf } from '../../src/report/additions.ts';
import { type InspectedSite, openSite, refusals } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { holdReconnection } from './reconnection.ts';
import { answer } from './site.ts';
import { until } from './until.ts';
import { rowTexts, storedKeys, storedStates } from './views.ts';

const ALLOWED = ['Access-Control-Allow-Origin: *'];

/** What only the DevTools page can tell comes a moment after the rest. */
const hasEvidence = ({ browser, failures }: Report): boolean =>
  failures.every(
    failure =>
      additionsOf(failure).exchange?.log != null &&
      (browser.engine === 'firefox' ? failure.outcome.evidence === 'resource-timing' : failure.request.initiator !== null),
  );

describe.each(ENGINES)('a stopped background in %s', engine => {
  let session: InspectedSite;
  const url = (path: string): string => `${session.site.api}${path}`;
  const refuse = (path: string): Promise<boolean> => session.fetch(url(path));
  /** A browser stops a background only when it has had nothing to do for long: everything is stored by then. */
  const untilStored = (recorded: number, inFlight = 0): Promise<unknown> =>
    until(
      () => session.browser.inPanel(storedStates),
      states => states.length === recorded && states.filter(state => state === 'open').length === inFlight,
    );
  const stop = async (recorded: number, inFlight?: number): Promise<void> => {
    await untilStored(recorded, inFlight);
    await session.browser.stopBackground();
  };

  beforeAll(async () => {
    session = await openSite(engine);
    session.site.answer('/allowed', answer(200, ALLOWED));
    session.site.answer('/put', answer(204, [...ALLOWED, 'Access-Control-Allow-Methods: PUT']));
  });
  beforeEach(async () => {
    await session.browser.reload();
    await session.report(({ failures, recording }) => failures.length === 0 && recording.crossOrigin === 0);
  });
  afterAll(() => session?.close());

  it('reports what was recorded before the stop', async () => {
    await refuse('/refused');
    await session.fetch(url('/allowed'));
    await session.fetch(url('/put'), { method: 'PUT' });
    const before = await session.report(report => report.failures.length === 1 && report.recording.crossOrigin === 3 && hasEvidence(report));
    await stop(3);
    const after = await session.report(hasEvidence);
    expect({ ...after, createdAt: '' }).toEqual({ ...before, createdAt: '' });
  });

  it('finds what was recorded, and the requests after the stop, once each', async () => {
    await refuse('/before');
    await session.report(({ failures }) => failures.length === 1);
    await stop(1);
    // A request that falls into the very restart may be seen in part only.
    await session.report();
    await refuse('/after');
    await session.fetch(url('/allowed'));
    const report = await session.report(({ failures, recording }) => failures.length >= 2 && recording.crossOrigin >= 3);
    expect(refusals(report)).toEqual({ '/before': 1, '/after': 1 });
    expect(report.recording).toMatchObject({ crossOrigin: 3, incomplete: 0, dropped: 0 });
  });

  it('loses nothing however often it is stopped', async () => {
    const paths = ['/first', '/second', '/third', '/fourth'];
    for (const path of paths) {
      await refuse(path);
      await session.report(report => path in refusals(report));
      await stop(paths.indexOf(path) + 1);
      // A request that falls into the very restart may be seen in part only.
      await session.report();
    }
    const report = await session.report();
    expect(refusals(report)).toEqual(Object.fromEntries(paths.map(path => [path, 1])));
    expect(report.recording).toMatchObject({ crossOrigin: paths.length, incomplete: 0 });
  });

  it('marks a request as seen in part that was in flight', async () => {
    const held = session.site.hold('/held');
    const ended = refuse('/held');
    await held.arrived;
    await session.report(({ recording }) => recording.crossOrigin === 1);
    await stop(1, 1);
    await session.report();
    held.release(answer(200));
    expect(await ended).toBe(false);
    const report = await session.report(({ failures }) => failures.length > 0);
    expect(refusals(report)).toEqual({ '/held': 1 });
    expect(report.recording).toMatchObject({ crossOrigin: 1, incomplete: 1 });
    expect(report.failures[0]).toMatchObject({ code: 'allow-origin-missing', response: { status: 200 } });
    const rows = await until(
      () => session.browser.inPanel(rowTexts),
      texts => texts.length > 0,
    );
    expect(rows).toEqual([expect.stringContaining('seen in part')]);
  });

  it('has nothing to miss of a request that was redirected to what is no http URL', async () => {
    session.site.answer('/app', answer(302, [...ALLOWED, 'Location: app://signed-in']));
    await refuse('/app');
    await session.report(({ failures }) => failures.length === 1);
    // Neither browser has an event of its end.
    await stop(1, 1);
    const { failures, recording } = await session.report();
    expect(failures).toMatchObject([{ code: 'redirect-scheme' }]);
    expect(recording).toMatchObject({ crossOrigin: 1, incomplete: 0 });
  });

  it('keeps what is on show on show', async () => {
    await refuse('/one');
    await refuse('/two');
    const before = await until(
      () => session.browser.inPanel(rowTexts),
      texts => texts.length === 2,
    );
    await stop(2);
    expect(await session.browser.inPanel(rowTexts)).toEqual(before);
    await refuse('/three');
    const after = await until(
      () => session.browser.inPanel(rowTexts),
      texts => texts.length === 3,
    );
    expect(after.slice(0, 2)).toEqual(before);
  });

  describe('with nobody to start it but the next request', () => {
    it('records that request', async () => {
      await refuse('/before');
      await session.report(({ failures }) => failures.length === 1);
      const stored = await session.browser.inBackground(storedKeys);
      await untilStored(1);
      const { letConnect } = await holdReconnection(session);
      await session.browser.stopBackground();
      expect(await session.browser.isBackgroundRunning()).toBe(false);
      await refuse('/waking');
      await until(() => session.browser.isBackgroundRunning(), Boolean);
      await refuse('/awake');
      await letConnect();
      const report = await session.report(({ failures }) => failures.length >= 3);
      expect(refusals(report)).toEqual({ '/before': 1, '/waking': 1, '/awake': 1 });
      expect(report.recording).toMatchObject({ crossOrigin: 3, incomplete: 0 });
      expect(await session.browser.inBackground(storedKeys)).toEqual(expect.arrayContaining([...stored]));
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
