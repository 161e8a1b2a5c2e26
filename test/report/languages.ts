import { de } from '../../src/report/words/de.ts';
import { en } from '../../src/report/words/en.ts';

/** Every language that reports are written in. */
export const LANGUAGES = [en, de];
