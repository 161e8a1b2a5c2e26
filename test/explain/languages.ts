/** The languages, each held to the same. */
import { de } from '../../src/explain/words/de.ts';
import { en } from '../../src/explain/words/en.ts';
import type { Words } from '../../src/explain/words/words.ts';

export interface Language {
  readonly language: string;
  readonly words: Words;
  /** What stands between quotation marks. */
  readonly quotation: RegExp;
}

export const ENGLISH: Language = { language: 'English', words: en, quotation: /“([^”]*)”/gs };
export const GERMAN: Language = { language: 'German', words: de, quotation: /„([^“]*)“/gs };
export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN];
