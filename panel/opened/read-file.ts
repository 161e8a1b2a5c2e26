import type { Exchange, Recording, Report, ReportFailure } from '../../src/model.ts';
import type { Fault, FileSource, FromReader } from './protocol.ts';

/** What was in a file. */
export interface FileContent {
  readonly source: FileSource;
  readonly recording: Recording;
  readonly exchanges: readonly Exchange[];
  /** null for a HAR. */
  readonly report: Report | null;
}

/** Has a worker read the file; it ends with `signal`. Never rejects. */
export function readFile(file: Blob, signal: AbortSignal): Promise<FileContent | { readonly fault: Fault }> {
  return new Promise(resolve => {
    // It stands beside the page (see PAGE_WORKERS in src/launch/build.ts).
    const worker = new Worker('file-reader.js', { type: 'module' });
    let head: Extract<FromReader, { type: 'begin' }> | null = null;
    const failures: ReportFailure[] = [];
    const exchanges: Exchange[] = [];
    const end = (result: FileContent | { readonly fault: Fault }): void => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener('message', ({ data: message }: MessageEvent<FromReader>) => {
      switch (message.type) {
        case 'fault':
          end({ fault: message.fault });
          return;
        case 'begin':
          head = message;
          return;
        case 'failures':
          failures.push(...message.failures);
          return;
        case 'exchanges':
          exchanges.push(...message.exchanges);
          return;
        case 'end':
          if (head !== null) end({ source: head.source, recording: head.recording, exchanges, report: head.report && { ...head.report, failures } });
          return;
      }
    });
    // Out of memory, mostly.
    worker.addEventListener('error', () => end({ fault: { kind: 'unreadable' } }));
    worker.addEventListener('messageerror', () => end({ fault: { kind: 'unreadable' } }));
    signal.addEventListener('abort', () => worker.terminate());
    worker.postMessage(file);
  });
}
