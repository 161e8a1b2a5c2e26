/** How a kind of text marks what stands out in a sentence of ours. */
export interface Notation {
  /** Hostile text, as it is. */
  readonly code: (text: string) => string;
  /** A sentence, or a short text, that may quote hostile text. */
  readonly prose: (text: string) => string;
  /** Words of ours. */
  readonly strong: (words: string) => string;
}
