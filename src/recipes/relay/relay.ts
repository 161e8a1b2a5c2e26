import type { Family } from '../recipe.ts';
import type { RelayTarget } from './target.ts';

/** How one server that the page comes from is told to ask a third party's in the page's place. */
export interface Relay {
  /** kebab-case; stable for ever: what a reader chose is remembered by it. */
  readonly id: string;
  /** As its makers write it. */
  readonly name: string;
  readonly family: Family;
  /**
   * Configuration or code, whole: it asks this one service whatever the request says, passes method, path, query and body on,
   * keeps cookies of either side from the other, and answers with an error where the service does not answer in time.
   */
  readonly render: (target: RelayTarget, comments: RelayComments) => string;
}

/** What relays say in comments, in the reader's language: each a line. */
export interface RelayComments {
  /** Of headers that are taken away, or left behind. */
  readonly kept: string;
  readonly key: string;
  readonly keyFile: string;
  /** Of dev servers. */
  readonly whileDeveloping: string;
  readonly webpack6: string;
  /** Of middleware, which goes by order. */
  readonly beforeBody: string;
  readonly nginxServer: string;
  readonly certificates: string;
  /** Of headers that are not true of what fetch has decoded. */
  readonly decoded: string;
}
