/** German. */
import { advice } from './de/advice.ts';
import { failure, fix } from './de/failure.ts';
import { commands, configuration, engines, values, wire } from './de/parts.ts';
import { story } from './de/story.ts';
import { whole } from './de/whole.ts';
import type { ReportWords } from './words.ts';

export const de: ReportWords = { language: 'de', values, whole, failure, story, engines, fix, configuration, wire, commands, advice };
