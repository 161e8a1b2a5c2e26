import type { Report, ReportFailure } from '../model.ts';
import { countSeen } from './about-failure.ts';
import { facts, introduction, privacy, title } from './about-report.ts';
import { boundReport, type Limits } from './bound.ts';
import { escapeHtml, htmlIn, list } from './html-escape.ts';
import { anchorOf, failureHtml } from './html-failure.ts';
import { STYLE } from './html-style.ts';
import type { Notation } from './notation.ts';
import { spellOut } from './spell-out.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/** Failures written out, and listed in the table of contents. A longer page is not read; the JSON export has all. */
export const MAX_WRITTEN_OUT = 200;
export const MAX_LISTED = 1_000;

/** For reading; what is longer is in the JSON export. */
const LIMITS = {
  url: 1_000,
  headerName: 200,
  headerValue: 1_000,
  text: 3_000,
  headline: 160,
  origin: 500,
  token: 60,
  configuration: 20_000,
  headers: 60,
} satisfies Limits;

/** Nothing is loaded and nothing runs, whatever else may stand in the page; `img-src data:` is what an icon would need. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML file that needs nothing else: no script, no network, readable in light and dark, on a phone and on paper. */
export function toHtml(report: Report, words: ReportWords = en): string {
  const notation = htmlIn(words);
  const shown = boundReport(spellOut(report), LIMITS, words);
  const heading = escapeHtml(title(shown, words.whole));
  const { failures } = shown;
  const written = failures
    .slice(0, MAX_WRITTEN_OUT)
    .map((failure, index) => failureHtml(failure, report.failures[index] ?? failure, index + 1, notation));
  return `<!doctype html>
<html lang="${words.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${heading}</h1>
<p>${introduction(shown, notation)}</p>
<p${shown.redacted ? '' : ' class="warning"'}>${privacy(shown, notation)}</p>
</header>
${contents(failures, notation)}
<main>
${written.join('\n')}
${leftOut(failures.length - written.length, notation)}
${advice(shown, notation)}
</main>
<footer class="block"><h2>${escapeHtml(words.whole.restsOn)}</h2>
${list(facts(shown, notation))}
</footer>
</body>
</html>
`;
}

function contents(failures: readonly ReportFailure[], notation: Notation): string {
  const { code, prose, words } = notation;
  if (failures.length === 0) return '';
  const rows = failures.slice(0, MAX_LISTED).map((failure, index) => {
    const { request, explanation } = failure;
    const headline = prose(explanation.headline);
    const named = index < MAX_WRITTEN_OUT ? `<a href="#${anchorOf(index + 1)}">${headline}</a>` : headline;
    const times = countSeen(failure);
    const responsible = words.failure.responsible[explanation.responsible];
    const about = times === 1 ? responsible : `${responsible}; ${words.whole.times(times)}`;
    return `${named}<br>${code(`${request.method} ${request.url}`)} <span class="quiet">${escapeHtml(about)}</span>`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">${escapeHtml(words.whole.contents)}</h2>\n${list(rows, 'ol')}\n${leftOut(failures.length - rows.length, notation)}</nav>`;
}

function leftOut(failures: number, { words }: Notation): string {
  return failures > 0 ? `<p>${escapeHtml(words.whole.moreFailures(failures))}</p>` : '';
}

function advice({ advice: given }: Report, { code, prose, words }: Notation): string {
  if (given.length === 0) return '';
  const items = given.map(({ url, explanation }) => `${code(url)}: ${prose(explanation)}`);
  return `<section class="block"><h2>${escapeHtml(words.whole.advice)}</h2>\n${list(items)}</section>`;
}
