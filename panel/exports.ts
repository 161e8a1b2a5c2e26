/** What the tab hands on. Loaded after the tab is on show: nobody exports in the first moment. */

import type { Report, ReportFailure } from '../src/model.ts';
import { buildReport, type ReportInput } from '../src/report/build.ts';
import { preflightCurl, requestCurl } from '../src/report/curl.ts';
import { requestFetch } from '../src/report/fetch-line.ts';
import { toHarJson } from '../src/report/har.ts';
import { toHtml } from '../src/report/html.ts';
import { toJson } from '../src/report/json.ts';
import { toMarkdown } from '../src/report/markdown.ts';
import { handOn } from '../src/report/opened.ts';
import { countSecrets } from '../src/report/redact.ts';
import { configurationsIn } from './configurations.ts';
import { recipeWords, reportWords } from './later-words.ts';
import { recipeChoices } from './state/chosen-recipes.ts';

/** All of it in the language of the tab. */
export const exports = {
  buildReport: (input: ReportInput, options: { readonly redact: boolean }) =>
    buildReport(
      { ...input, configurationsOf: configurationsIn(recipeWords.comments, server => recipeChoices.chosenFor(server)?.id ?? null) },
      options,
      reportWords,
    ),
  handOn: (report: Report, ids: readonly string[] | null, createdAt: Date, options: { readonly redact: boolean }) =>
    handOn(report, ids, createdAt, options, reportWords),
  toJson,
  toMarkdown: (report: Report, room?: number) => toMarkdown(report, room, reportWords),
  toHtml: (report: Report) => toHtml(report, reportWords),
  toHarJson: (report: Report) => toHarJson(report, reportWords),
  preflightCurl,
  requestCurl: (failure: ReportFailure) => requestCurl(failure, reportWords),
  requestFetch: (failure: ReportFailure) => requestFetch(failure, reportWords),
  countSecrets,
};
export type Exports = typeof exports;
