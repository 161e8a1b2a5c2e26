/** From a file's text to what the tab lists of it. */
import { isHarLike, readHar } from '../../src/har/read-har.ts';
import type { Exchange, Recording } from '../../src/model.ts';
import { exchangesOf, recordingOf } from '../../src/report/opened.ts';
import { isReportLike, type ReadReport, readReport } from '../../src/report/read-report.ts';
import type { Fault, FileSource } from './protocol.ts';

/** As many as the recorder keeps of a tab. */
export const EXCHANGES_MAX = 10_000;

export interface OpenedText {
  readonly source: FileSource;
  readonly recording: Recording;
  readonly exchanges: readonly Exchange[];
  /** null for a HAR. */
  readonly report: ReadReport | null;
}

const fault = (found: Fault): { readonly fault: Fault } => ({ fault: found });

/** Some tools begin a file with it. */
const BYTE_ORDER_MARK = /^\ufeff/;

/** Never throws. */
export function readText(text: string): OpenedText | { readonly fault: Fault } {
  const json = text.replace(BYTE_ORDER_MARK, '');
  const value = parse(json);
  if (value === undefined) return fault({ kind: kindOfBroken(json) });
  if (isReportLike(value)) return openReport(value);
  if (isHarLike(value)) return openHar(value);
  return fault({ kind: 'neither' });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function kindOfBroken(json: string): 'empty' | 'truncated' | 'not-json' {
  if (json.trim() === '') return 'empty';
  return /^\s*[{[]/.test(json) && !/[}\]]\s*$/.test(json) ? 'truncated' : 'not-json';
}

function openReport(value: unknown): OpenedText | { readonly fault: Fault } {
  const read = readReport(value);
  // The first version's reports lack the exchanges, and nothing else.
  if ('fault' in read)
    return fault(/^failures\.\d+\.exchange$/.test(read.fault) ? { kind: 'old-report' } : { kind: 'damaged-report', at: read.fault });
  const { report } = read;
  const { generator, browser } = report;
  return {
    source: { kind: 'report', browser, tool: `CORS DevTools ${generator.version}`, isBrowser: true },
    recording: recordingOf(report),
    exchanges: exchangesOf(report, EXCHANGES_MAX),
    report,
  };
}

function openHar(value: unknown): OpenedText | { readonly fault: Fault } {
  const { source, recording, exchanges } = readHar(value, EXCHANGES_MAX);
  if (recording.requests === 0) return fault({ kind: 'no-requests' });
  return { source: { kind: 'har', ...source }, recording, exchanges, report: null };
}
