/** Holds what a browser did against what a case expects of it. Pure. */
import type { DemoCase, Engine } from '../model.ts';
import type { Measured } from './measure.ts';

/** Chromium shows it in the DevTools network log alone. */
const ONLY_IN_LOG = 'mixed-content';

/** Where the two differ, one line each; empty where they agree. */
export const differences = (engine: Engine, { expected, unseenBy }: DemoCase, measured: Measured): readonly string[] => {
  const differs = (name: string, wanted: unknown, got: unknown): string[] =>
    JSON.stringify(wanted) === JSON.stringify(got) ? [] : [`${name}: expected ${JSON.stringify(wanted)}, the browser says ${JSON.stringify(got)}`];
  const common = [
    ...differs('result', expected.result, measured.result),
    ...differs('seen by webRequest', !unseenBy.includes(engine) && expected.code !== ONLY_IN_LOG, measured.isSeen),
  ];
  if (engine === 'firefox') {
    const isError = expected.firefox.errors.includes(measured.error);
    return [
      ...common,
      ...(isError ? [] : differs('error', expected.firefox.errors, measured.error)),
      ...differs('reason', expected.firefox.reason, measured.reasons[0] ?? null),
    ];
  }
  const [corsError, failedParameter] = measured.corsErrors[0] ?? [null, ''];
  return [
    ...common,
    ...differs('error', expected.chromium.error, measured.error),
    ...differs('CORS error', expected.chromium.corsError, corsError),
    ...differs('failed parameter', expected.chromium.failedParameter, failedParameter),
  ];
};
