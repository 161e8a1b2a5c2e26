/** English: what is loaded once the tab is on show. */

import { en as explainWords } from '../../../src/explain/words/en.ts';
import { en as reportWords } from '../../../src/report/words/en.ts';
import { costWords } from './costs.ts';
import { detailWords } from './detail.ts';
import { editWords } from './edits.ts';
import { exportWords, fileFaults } from './files.ts';
import { glossary } from './glossary.ts';
import { originWords, sequenceWords } from './pictures.ts';
import { simulatorWords } from './simulator.ts';
import { reasonWords, stepWords } from './steps.ts';
import { trialWords } from './trial.ts';

export const en = {
  detailWords,
  trialWords,
  stepWords,
  reasonWords,
  glossary,
  editWords,
  originWords,
  sequenceWords,
  costWords,
  simulatorWords,
  exportWords,
  fileFaults,
  explainWords,
  reportWords,
};
