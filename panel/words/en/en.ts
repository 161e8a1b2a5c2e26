/** English: all that the tab needs to be on show. */
import { listWords } from './list.ts';
import { preflightAnswered, problemLabels } from './problems.ts';
import { words } from './tab.ts';

export const en = { words, listWords, problemLabels, preflightAnswered };
