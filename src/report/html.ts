import type { Report, ReportFailure } from '../model.ts';
import { boundReport, type Limits } from './bound.ts';
import { countSeen, RESPONSIBLE } from './failure-words.ts';
import { escapeHtml, HTML, list } from './html-escape.ts';
import { anchorOf, failureHtml } from './html-failure.ts';
import { STYLE } from './html-style.ts';
import { count, facts, introduction, privacy, RESTS_ON, title } from './report-words.ts';
import { spellOut } from './spell-out.ts';

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
  headers: 60,
} satisfies Limits;

/** Nothing is loaded and nothing runs, whatever else may stand in the page; `img-src data:` is what an icon would need. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML file that needs nothing else: no script, no network, readable in light and dark, on a phone and on paper. */
export function toHtml(report: Report): string {
  const shown = boundReport(spellOut(report), LIMITS);
  const { failures } = shown;
  const written = failures.slice(0, MAX_WRITTEN_OUT).map((failure, index) => failureHtml(failure, report.failures[index] ?? failure, index + 1));
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title(shown))}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title(shown))}</h1>
<p>${introduction(shown, HTML)}</p>
<p${shown.redacted ? '' : ' class="warning"'}>${privacy(shown, HTML)}</p>
</header>
${contents(failures)}
<main>
${written.join('\n')}
${leftOut(failures.length - written.length)}
${advice(shown)}
</main>
<footer class="block"><h2>${RESTS_ON}</h2>
${list(facts(shown, HTML))}
</footer>
</body>
</html>
`;
}

function contents(failures: readonly ReportFailure[]): string {
  if (failures.length === 0) return '';
  const rows = failures.slice(0, MAX_LISTED).map((failure, index) => {
    const { request, explanation } = failure;
    const headline = HTML.prose(explanation.headline);
    const named = index < MAX_WRITTEN_OUT ? `<a href="#${anchorOf(index + 1)}">${headline}</a>` : headline;
    const times = countSeen(failure);
    return `${named}<br>${HTML.code(`${request.method} ${request.url}`)} <span class="quiet">${escapeHtml(RESPONSIBLE[explanation.responsible])}${times === 1 ? '' : `; ${times} times`}</span>`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>\n${list(rows, 'ol')}\n${leftOut(failures.length - rows.length)}</nav>`;
}

function leftOut(failures: number): string {
  return failures > 0 ? `<p>${count(failures, 'more failure is', 'more failures are')} in the JSON export.</p>` : '';
}

function advice({ advice: given }: Report): string {
  if (given.length === 0) return '';
  const items = given.map(({ url, explanation }) => `${HTML.code(url)}: ${HTML.prose(explanation)}`);
  return `<section class="block"><h2>Worth a look besides</h2>\n${list(items)}</section>`;
}
