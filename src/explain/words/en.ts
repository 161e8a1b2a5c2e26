/** English. */
import { causes } from './en/causes.ts';
import { checklist } from './en/checklist.ts';
import { credentialsUnknown, details, modeUnknown } from './en/details.ts';
import { headlines } from './en/headlines.ts';
import { minute } from './en/minute.ts';
import { advice, notes } from './en/notes.ts';
import { problems } from './en/problems.ts';
import type { Words } from './words.ts';

export const en: Words = { headlines, details, credentialsUnknown, modeUnknown, problems, causes, notes, advice, checklist, minute };
