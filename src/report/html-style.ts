/** The looks of the tab for a page that stands alone: its colours by role (held to panel/styles/theme.css by a test), light and dark as the reader's system is. */

export const LIGHT = {
  '--page': '#fff',
  '--bar': '#f3f6fb',
  '--raised': '#f8f9fb',
  '--line': '#dfe3ea',
  '--control-line': '#7d848f',
  '--text': '#1f2328',
  '--quiet': '#596069',
  '--accent': '#0b57d0',
  '--error': '#b3261e',
  '--error-fill': '#fdeeec',
  '--good': '#14692f',
  '--good-fill': '#e7f5ea',
  '--warning-fill': '#fff4d6',
} as const;

export const DARK = {
  '--page': '#27282b',
  '--bar': '#33353a',
  '--raised': '#2f3135',
  '--line': '#45484f',
  '--control-line': '#8e949e',
  '--text': '#e4e6ea',
  '--quiet': '#aab0b9',
  '--accent': '#a8c7fa',
  '--error': '#ff9d94',
  '--error-fill': '#45292a',
  '--good': '#86d69b',
  '--good-fill': '#253d2c',
  '--warning-fill': '#443b22',
} satisfies Record<keyof typeof LIGHT, string>;

const declarations = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ');

export const STYLE = `
:root { color-scheme: light; ${declarations(LIGHT)} --mono: ui-monospace, "SFMono-Regular", menlo, consolas, "DejaVu Sans Mono", monospace; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${declarations(DARK)} } }
*, *::before, *::after { box-sizing: border-box; }
body { background: var(--page); color: var(--text); font: 14px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 900px; overflow-wrap: anywhere; padding: 20px 24px 60px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 8px; }
h2 { font-size: 19px; line-height: 1.3; margin: 6px 0; }
h3 { font-size: 15px; margin: 0 0 6px; }
h4 { font-size: 14px; margin: 10px 0 2px; }
p { margin: 4px 0; }
ul, ol { margin: 4px 0; padding-inline-start: 24px; }
li { margin: 4px 0; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
code, pre { font-family: var(--mono); font-size: 12.5px; }
pre { background: var(--page); border: 1px solid var(--line); border-radius: 4px; margin: 4px 0 8px; padding: 6px 10px; white-space: pre-wrap; }
code { white-space: pre-wrap; }
.line { display: block; padding-inline-start: 2ch; text-indent: -2ch; }
nav { background: var(--bar); border: 1px solid var(--line); border-radius: 6px; margin: 16px 0; padding: 10px 16px; }
.quiet { color: var(--quiet); }
.warning { background: var(--warning-fill); border-radius: 6px; padding: 8px 12px; }
.failure { border-top: 2px solid var(--control-line); margin-top: 32px; padding-top: 14px; }
.chip { background: var(--error-fill); border-radius: 3px; color: var(--error); font-weight: 600; padding: 1px 7px; }
.block { border-top: 1px solid var(--line); margin-top: 16px; padding-top: 12px; }
.fix { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px; }
.fix pre { color: var(--good); font-weight: 600; }
.steps { list-style: none; padding: 0; counter-reset: step; }
.steps > li { border-inline-start: 2px solid var(--line); counter-increment: step; margin: 0 0 0 10px; padding: 0 0 12px 20px; position: relative; }
.steps > li::before { background: var(--bar); border-radius: 50%; content: counter(step); font-size: 12px; height: 20px; inset-inline-start: -11px; line-height: 20px; position: absolute; text-align: center; width: 20px; }
.steps > li:last-child { border-color: transparent; }
.steps b { background: var(--error-fill); border-radius: 3px; color: var(--error); padding: 0 5px; }
dl { display: grid; gap: 2px 12px; grid-template-columns: auto minmax(0, 1fr); margin: 4px 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
.came { border-inline-start: 3px solid var(--error); padding-inline-start: 8px; }
.would-pass { border-inline-start: 3px solid var(--good); padding-inline-start: 8px; }
.questions { display: block; }
.questions dt { color: inherit; font-weight: 600; margin-top: 8px; }
summary { cursor: pointer; font-weight: 600; padding: 4px 0; }
details { border-top: 1px solid var(--line); }
@media (max-width: 479px) { body { padding: 12px 12px 40px; } dl { grid-template-columns: minmax(0, 1fr); } dd + dt { margin-top: 6px; } }
@media print {
  body { font-size: 11pt; max-width: none; padding: 0; }
  .failure { break-before: page; }
  h2, h3, h4, summary { break-after: avoid; }
  li, dl, pre { break-inside: avoid; }
  details::details-content { block-size: auto; content-visibility: visible; display: block; }
  a { color: inherit; text-decoration: none; }
}
`;
