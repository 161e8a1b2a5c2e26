/** Network text in HTML: nothing in it is markup, hides, or reorders what stands beside it. */
import { visible } from './markdown-escape.ts';
import type { Notation } from './notation.ts';
import type { ReportWords } from './words/words.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** The text and nothing else, in an element or in a quoted attribute. Characters that hide, reorder or break text stand as `[U+202E]`. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, character => ENTITIES[character] ?? '');
}

/** Isolated, so that a text that is written from right to left leaves its neighbours in their places. */
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

function code(text: string, { values }: ReportWords): string {
  const shown = visible(text);
  if (shown.trim() === '') return `<em>${escapeHtml(shown === '' ? values.empty : values.blank)}</em>`;
  return `<code>${isolated(text)}</code>`;
}

export const htmlIn = (words: ReportWords): Notation => ({
  words,
  code: text => code(text, words),
  prose: isolated,
  strong: text => `<b>${escapeHtml(text)}</b>`,
});

/** One `<p>` for each paragraph of a text. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => `<p>${isolated(paragraph.trim().replace(/\s+/g, ' '))}</p>`)
    .join('');
}

/** `<ul>` or `<ol>` of finished HTML; empty where there are no items. */
export function list(items: readonly string[], tag: 'ul' | 'ol' = 'ul', className = ''): string {
  if (items.length === 0) return '';
  return `<${tag}${className === '' ? '' : ` class="${className}"`}>${items.map(item => `<li>${item}</li>`).join('\n')}</${tag}>`;
}

/** Lines of text as they are, one below the other. */
export function block(lines: readonly string[]): string {
  return `<pre>${lines.map(line => `<span class="line">${isolated(line)}</span>`).join('\n')}</pre>`;
}
