/** English. */
import { advice } from './en/advice.ts';
import { failure, fix } from './en/failure.ts';
import { commands, configuration, engines, values, wire } from './en/parts.ts';
import { story } from './en/story.ts';
import { whole } from './en/whole.ts';
import type { ReportWords } from './words.ts';

export const en: ReportWords = { language: 'en', values, whole, failure, story, engines, fix, configuration, wire, commands, advice };
