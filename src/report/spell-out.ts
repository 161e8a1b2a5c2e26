import type { Report } from '../model.ts';
import { visible } from './markdown-escape.ts';
import { mapReport, type ReportVisitor } from './walk.ts';

/** A sentence may have paragraphs. */
const inParagraphs = (text: string) => text.split('\n').map(visible).join('\n');

/** Hidden characters take more room once they are spelt out: they are before anything is shortened. */
const SPELT_OUT = {
  url: visible,
  headerName: visible,
  headerValue: (_, value) => visible(value),
  text: inParagraphs,
  headline: visible,
  origin: visible,
  token: visible,
  // A tab sets in; it hides nothing.
  configuration: text => inParagraphs(text.replaceAll('\t', '    ')),
} satisfies ReportVisitor;

/** The report with every hidden character of its texts written out. */
export function spellOut(report: Report): Report {
  return mapReport(report, SPELT_OUT);
}
