/**
 * What is loaded once the tab is on show, because nobody looks at it in the first moment. One module: each that is imported
 * by itself splits what it shares with the others into more files, which together pack less well.
 */
export { explain } from '../src/explain/explain.ts';
export { Story } from './detail/Story.tsx';
export { ExportChoices } from './handon/ExportChoices.tsx';
export { FileNotice } from './handon/FileNotice.tsx';
export { explainWords, setLaterWords } from './later-words.ts';
export { Minute } from './minute/Minute.tsx';
export { PreflightView } from './preflights/PreflightView.tsx';
export { workAhead } from './state/ahead.ts';
export { TrialBanner } from './TrialBanner.tsx';
