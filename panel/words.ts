/**
 * What the tab says at once, in its language (languages.ts). The words are of another language from when `setWords` is
 * called, before the first render: nothing may keep one from before.
 */
import * as en from './words/en/en.ts';

export type WordsAtOnce = typeof en;

export let { words, listWords, problemLabels, preflightAnswered } = en;

export function setWords(spoken: WordsAtOnce): void {
  ({ words, listWords, problemLabels, preflightAnswered } = spoken);
}
