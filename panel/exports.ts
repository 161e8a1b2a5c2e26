/** What the tab hands on. Loaded after the tab is on show: nobody exports in the first moment. */

import { buildReport } from '../src/report/build.ts';
import { preflightCurl, requestCurl } from '../src/report/curl.ts';
import { toJson } from '../src/report/json.ts';
import { toMarkdown } from '../src/report/markdown.ts';

export const exports = { buildReport, toJson, toMarkdown, preflightCurl, requestCurl };
export type Exports = typeof exports;
