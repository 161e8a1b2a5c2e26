/** What the tab hands on. Loaded after the tab is on show: nobody exports in the first moment. */

import { buildReport } from '../src/report/build.ts';
import { preflightCurl, requestCurl } from '../src/report/curl.ts';
import { requestFetch } from '../src/report/fetch-line.ts';
import { toHarJson } from '../src/report/har.ts';
import { toHtml } from '../src/report/html.ts';
import { toJson } from '../src/report/json.ts';
import { toMarkdown } from '../src/report/markdown.ts';
import { handOn } from '../src/report/opened.ts';
import { countSecrets } from '../src/report/redact.ts';

export const exports = { buildReport, handOn, toJson, toMarkdown, toHtml, toHarJson, preflightCurl, requestCurl, requestFetch, countSecrets };
export type Exports = typeof exports;
