/** English: what is loaded once the tab is on show. */
export { en as explainWords } from '../../../src/explain/words/en.ts';
export { en as reportWords } from '../../../src/report/words/en.ts';
export { costWords } from './costs.ts';
export { detailWords } from './detail.ts';
export { editWords } from './edits.ts';
export { exportWords, fileFaults } from './files.ts';
export { glossary } from './glossary.ts';
export { originWords, sequenceWords } from './pictures.ts';
export { recipeWords } from './recipes.ts';
export { simulatorWords } from './simulator.ts';
export { reasonWords, stepWords } from './steps.ts';
export { trialWords } from './trial.ts';
