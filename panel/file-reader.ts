/** The worker that reads a file: parsing a hundred megabytes must not keep the tab from answering. */
import { EXCHANGES_PER_MESSAGE } from '../src/link/protocol.ts';
import type { FromReader } from './opened/protocol.ts';
import { readText } from './opened/read-text.ts';

/** Bytes. What a browser saves of an hour's work with every body in it is smaller; twice that does not fit every machine's memory. */
const FILE_MAX_BYTES = 100_000_000;

const say = (message: FromReader): void => self.postMessage(message);

function* slices<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += EXCHANGES_PER_MESSAGE) yield items.slice(start, start + EXCHANGES_PER_MESSAGE);
}

async function read(file: Blob): Promise<void> {
  if (file.size > FILE_MAX_BYTES) {
    say({ type: 'fault', fault: { kind: 'too-large', bytes: file.size } });
    return;
  }
  const opened = readText(await file.text());
  if ('fault' in opened) {
    say({ type: 'fault', fault: opened.fault });
    return;
  }
  const { source, recording, exchanges, report } = opened;
  say({ type: 'begin', source, recording, report: report && { ...report, failures: [] } });
  for (const failures of slices(report?.failures ?? [])) say({ type: 'failures', failures });
  for (const slice of slices(exchanges)) say({ type: 'exchanges', exchanges: slice });
  say({ type: 'end' });
}

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  // The file may have been moved or changed since it was chosen, or be more than there is memory for.
  read(data).catch(() => say({ type: 'fault', fault: { kind: 'unreadable' } }));
});
