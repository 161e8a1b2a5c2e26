/** Just enough of CommonMark and GitHub's tables to see what of a text is not in code. */

/** The text's lines that are outside fenced blocks, each with `C` for each code span; throws where a fence is left open. */
export function outsideCode(markdown: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0];
    if (fence !== null) {
      if (ticks !== undefined && ticks.length >= fence.length && line === ticks) fence = null;
    } else if (ticks !== undefined && !line.slice(ticks.length).includes('`')) fence = ticks;
    else lines.push(maskSpans(line));
  }
  if (fence !== null) throw new Error('a fenced block is left open');
  return lines;
}

/** A code span ends at the next run of exactly as many backticks (CommonMark, 6.1). */
export function maskSpans(line: string): string {
  let shown = '';
  let rest = line;
  for (;;) {
    const open = /`+/.exec(rest);
    if (open === null) return shown + rest;
    const [ticks] = open;
    const after = rest.slice(open.index + ticks.length);
    const close = [...after.matchAll(/`+/g)].find(([run]) => run.length === ticks.length);
    shown += rest.slice(0, open.index) + (close === undefined ? ticks : 'C');
    rest = close === undefined ? after : after.slice(close.index + ticks.length);
  }
}

/** The contents of the code spans of a line. */
export function spansOf(line: string): readonly string[] {
  return [...line.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)].map(([, , content = '']) =>
    /^ .*\S.* $/s.test(content) ? content.slice(1, -1) : content,
  );
}

/** The cells of a table's row: a backslash takes the meaning from the punctuation after it, a pipe's too. */
export function cellsOf(row: string): readonly string[] {
  return (row.match(/(?:\\[\s\S]|[^|\\])+/g) ?? []).map(text => text.trim()).filter(text => text !== '');
}
