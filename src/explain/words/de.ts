/** German. */
import { causes } from './de/causes.ts';
import { checklist } from './de/checklist.ts';
import { credentialsUnknown, details, modeUnknown } from './de/details.ts';
import { headlines } from './de/headlines.ts';
import { minute } from './de/minute.ts';
import { advice, notes } from './de/notes.ts';
import { problems } from './de/problems.ts';
import type { Words } from './words.ts';

export const de: Words = { headlines, details, credentialsUnknown, modeUnknown, problems, causes, notes, advice, checklist, minute };
