/** German: all that the tab needs to be on show. */
export { listWords } from './list.ts';
export { preflightAnswered, problemLabels } from './problems.ts';
export { words } from './tab.ts';
