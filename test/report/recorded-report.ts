/** Reports of what real browsers did: every case of the demo, as it was recorded. */
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import type { Exchange, Report } from '../../src/model.ts';
import { buildReport, type Judged } from '../../src/report/build.ts';
import { en } from '../../src/report/words/en.ts';
import type { ReportWords } from '../../src/report/words/words.ts';
import type { Engine } from '../demo/model.ts';
import { RECORDINGS } from '../watch/recordings.ts';
import { exchangesOf } from '../watch/replay.ts';
import { RECORDING } from './sample.ts';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

export const judge = (exchange: Exchange, engine: Engine): Judged => {
  const verdict = evaluate(exchange, engine);
  return { exchange, verdict, explanation: verdict.failures.length > 0 ? explain(exchange, verdict, engine) : null };
};

/** Explained in English; `words` are the report's own. */
export const reportOf = (exchanges: readonly Exchange[], engine: Engine, redact = true, words: ReportWords = en): Report =>
  buildReport(
    {
      recording: RECORDING,
      browser: { engine, version: '1.0' },
      version: '0.1.0',
      createdAt: new Date(RECORDING.startedAt),
      exchanges: exchanges.map(exchange => judge(exchange, engine)),
    },
    { redact },
    words,
  );

/** Of every case, by its id. */
export const RECORDED: readonly { readonly id: string; readonly engine: Engine; readonly exchanges: readonly Exchange[] }[] = RECORDINGS.map(
  recorded => ({
    id: recorded.demo.id,
    engine: recorded.engine, // The recordings are older than this field.
    exchanges: exchangesOf(recorded).map(exchange => ({ ...exchange, topOrigin: exchange.topOrigin ?? null })),
  }),
);

export const recordedIn = (engine: Engine): readonly Exchange[] =>
  RECORDED.filter(each => each.engine === engine).flatMap(({ id, exchanges }) =>
    exchanges.map(exchange => ({ ...exchange, id: `${id} ${exchange.id}` })),
  );
