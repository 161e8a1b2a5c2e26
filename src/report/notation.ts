import type { ReportWords } from './words/words.ts';

/** How a kind of text marks what stands out in a sentence of ours. */
export interface Marks {
  /** Hostile text, as it is. */
  readonly code: (text: string) => string;
  /** A sentence, or a short text, that may quote hostile text. */
  readonly prose: (text: string) => string;
  /** Words of ours. */
  readonly strong: (words: string) => string;
}

/** How a text is written: its marks, and the words of its language. */
export interface Notation extends Marks {
  readonly words: ReportWords;
}
