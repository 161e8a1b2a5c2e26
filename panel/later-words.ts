/** What is said by all that is loaded once the tab is on show, in its language: see words.ts. */
import * as en from './words/en/en-later.ts';

export type LaterWords = typeof en;

export let {
  detailWords,
  trialWords,
  stepWords,
  reasonWords,
  glossary,
  editWords,
  originWords,
  sequenceWords,
  costWords,
  recipeWords,
  simulatorWords,
  exportWords,
  fileFaults,
  explainWords,
  reportWords,
} = en;

export function setLaterWords(spoken: LaterWords): void {
  ({
    detailWords,
    trialWords,
    stepWords,
    reasonWords,
    glossary,
    editWords,
    originWords,
    sequenceWords,
    costWords,
    recipeWords,
    simulatorWords,
    exportWords,
    fileFaults,
    explainWords,
    reportWords,
  } = spoken);
}
