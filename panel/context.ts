import type { ReadonlySignal } from '@preact/signals';
import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BrowserInfo, CodeLocation } from '../src/model.ts';
import type { SecretKind } from '../src/report/redact-text.ts';
import type { FileSource } from './opened/protocol.ts';
import type { Opening } from './opening.ts';
import type { Entry } from './state/entry.ts';
import type { Store } from './state.ts';
import type { TermPlan } from './terms.ts';

export type Format = 'markdown' | 'json' | 'html' | 'har';
/** An issue tracker takes only so much text from the clipboard; a file holds all. */
export type Destination = 'clipboard' | 'file';

/** What the tab can do in the world outside it. */
export interface Host {
  readonly engine: BrowserInfo['engine'];
  reload(): void;
  /** Whether it was copied. */
  copy(text: string): boolean;
  download(fileName: string, mediaType: string, text: string): void;
  /** Whether `report` and `curl` are there: what they need is loaded after the tab is on show. */
  readonly canExport: ReadonlySignal<boolean>;
  /** The report of the given exchanges, as text. `ids` null stands for all. */
  report(format: Format, to: Destination, ids: readonly string[] | null, redact: boolean): string;
  /** A line for a shell that sends the same, with the secrets left out; "" where the exchange is no failure. */
  curl(id: string, which: 'preflight' | 'request'): string;
  /** Shows a line of the page's code in DevTools' Sources: whether it was found there. null where the browser cannot. */
  readonly openSource: ((location: CodeLocation) => Promise<boolean>) | null;
  /** A line for the page's console that asks again, with the secrets left out; "" where the exchange is no failure. */
  fetchLine(id: string): string;
  /** How many secrets the report of these exchanges leaves out, by kind. */
  secrets(ids: readonly string[] | null): Readonly<Record<SecretKind, number>>;
}

/** A file that is shown in the place of the live recording. */
export interface OpenedFile {
  /** Hostile text. */
  readonly name: string;
  readonly source: FileSource;
}

export interface Panel {
  readonly store: Store;
  readonly host: Host;
  /** What tells of one exchange; null until it is loaded. */
  readonly story: ReadonlySignal<ComponentType<{ readonly entry: Entry }> | null>;
  /** CORS in a minute; null until it is loaded. */
  readonly minute: ReadonlySignal<ComponentType | null>;
  readonly opening: Opening;
  /** null while the live recording is shown. */
  readonly file: OpenedFile | null;
  /** What tells of a fix that is being tried; null until it is loaded. */
  readonly trialBanner: ReadonlySignal<ComponentType | null>;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('outside of the tab');
  return panel;
}

export const TermsContext = createContext<TermPlan>(new Map());
