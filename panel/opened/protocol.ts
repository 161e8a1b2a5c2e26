/** What the tab and the worker that reads a file say to each other. A file may be large: nothing of it is told in one message that takes long to take in. */
import type { BrowserInfo, Exchange, Recording, Report, ReportFailure } from '../../src/model.ts';

/** Why a file cannot be opened. */
export type Fault =
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'empty' | 'truncated' | 'not-json' | 'neither' | 'no-requests' | 'old-report' | 'unreadable' }
  /** A report with something in it that no report has; `at` is where, such as "failures.0.code". Hostile text. */
  | { readonly kind: 'damaged-report'; readonly at: string };

/** What a file is, and who wrote it. */
export interface FileSource {
  readonly kind: 'har' | 'report';
  readonly browser: BrowserInfo;
  /** The program that wrote it, with its version; "" where it does not say. Hostile text. */
  readonly tool: string;
  /** Whether a browser saw this: another program cannot tell what a page was given. */
  readonly isBrowser: boolean;
}

export type FromReader =
  | { readonly type: 'fault'; readonly fault: Fault }
  /** `report`: the opened report, its failures still to come; null for a HAR. */
  | { readonly type: 'begin'; readonly source: FileSource; readonly recording: Recording; readonly report: Report | null }
  | { readonly type: 'failures'; readonly failures: readonly ReportFailure[] }
  | { readonly type: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly type: 'end' };
