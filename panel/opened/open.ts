/** What a file needs to be shown: a store and a host of its own, so that the live recording goes on untouched. Loaded when somebody opens one. */
import { signal } from '@preact/signals';
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import { causesOf } from '../../src/report/opened.ts';
import type { Panel } from '../context.ts';
import { createHost } from '../host.ts';
import { explainWords, fileFaults } from '../later-words.ts';
import { workAhead } from '../state/ahead.ts';
import { browserPace } from '../state/pace.ts';
import { createStore } from '../state.ts';
import { createFileLine } from './file-line.ts';
import type { Fault } from './protocol.ts';
import { type FileContent, readFile } from './read-file.ts';

interface OpenOptions {
  /** The extension's. */
  readonly version: string;
  readonly live: Panel;
  readonly signal: AbortSignal;
}

/** The panel of a file, or a sentence that says why there is none and what to do. */
export async function openFile(file: File, { version, live, signal }: OpenOptions): Promise<Panel | { readonly message: string }> {
  const content = await readFile(file, signal);
  return 'fault' in content ? { message: messageOf(content.fault) } : createFilePanel(file.name, content, version, live);
}

function messageOf(fault: Fault): string {
  switch (fault.kind) {
    case 'too-large':
      return fileFaults.tooLarge(Math.ceil(fault.bytes / 1e6));
    case 'damaged-report':
      return fileFaults.damagedReport(fault.at);
    default:
      return fileFaults[fault.kind];
  }
}

function createFilePanel(name: string, { source, recording, exchanges, report }: FileContent, version: string, live: Panel): Panel {
  const { engine } = source.browser;
  const line = createFileLine(recording, exchanges, browserPace);
  const store = createStore(line, {
    tabId: recording.tabId,
    evaluate: exchange => evaluate(exchange, engine),
    // No fix is tried on what is over.
    repeat: () => undefined,
    preserveMemory: { get: () => false, set: () => undefined },
    explain: signal((exchange, verdict, answersOf) =>
      explain(exchange, verdict, engine, explainWords, { answersOf, causes: report === null ? [] : causesOf(report, exchange.id) }),
    ),
  });
  workAhead(store);
  const host = createHost({
    browser: source.browser,
    version,
    store,
    reload: () => undefined,
    // The page of a file is not the one that is inspected.
    openSource: null,
    loadExports: async () => (await import('../exports.ts')).exports,
    handedOn: report,
  });
  line.begin();
  return { ...live, store, host, file: { name, source } };
}
