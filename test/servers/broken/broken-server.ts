/** Servers of other people, broken as their users break them: what is behind each refusal is known, because it was put there. */
import type { CauseCode } from '../../../src/explain/causes/index.ts';
import type { Engine } from '../../demo/model.ts';
import type { ServerUnderTest } from '../under-test.ts';

/** What the page asks for. */
export interface Asked {
  /** Host name below localhost, so that each has an origin of its own. */
  readonly host: string;
  readonly path: string;
  /** GET where absent. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: RequestCredentials;
  readonly body?: string;
  /** Whether a WebSocket is opened there, in the place of a fetch. */
  readonly isSocket?: true;
}

/** Of a server that has one host. */
export const GET = { host: '' } as const;
export const PUT = { host: '', method: 'PUT' } as const;

export interface BrokenCase extends Asked {
  readonly cause: CauseCode;
  /**
   * Where one browser alone refuses, or tells what it was answered: Firefox does not give code the copy that it keeps of an image
   * (measured in Firefox 153), Chromium has no status of a WebSocket’s handshake but 401.
   */
  readonly only?: Engine;
  /** Whether what was asked for before was refused as well, and is listed apart. */
  readonly isRefusedBefore?: true;
  /** Whether what was asked for before is some seconds old, by the server's own clock. */
  readonly isAged?: true;
  /** What was asked for before, and how: by the page's code, by an image of the page's, or by nobody's page, with another origin. */
  readonly before?: readonly { readonly by: 'page' | 'image' | 'stranger'; readonly asked: Asked }[];
}

export interface BrokenServer extends ServerUnderTest {
  readonly cases: readonly BrokenCase[];
}
