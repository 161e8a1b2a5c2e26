/** German: all that the tab needs to be on show. */
import type { en } from '../en/en.ts';
import { listWords } from './list.ts';
import { preflightAnswered, problemLabels } from './problems.ts';
import { words } from './tab.ts';

export const de: typeof en = { words, listWords, problemLabels, preflightAnswered };
