import { useState } from 'preact/hooks';
import { type Destination, type Format, usePanel } from '../context.ts';
import { exportWords } from '../later-words.ts';
import type { Entry } from '../state/entry.ts';
import { LeftOut } from './LeftOut.tsx';

const files: Readonly<Record<Format, { readonly name: string; readonly mediaType: string }>> = {
  markdown: { name: 'cors-report.md', mediaType: 'text/markdown' },
  json: { name: 'cors-report.json', mediaType: 'application/json' },
  html: { name: 'cors-report.html', mediaType: 'text/html' },
  har: { name: 'cors-report.har', mediaType: 'application/json' },
};

interface Action {
  readonly format: Format;
  readonly to: Destination;
  readonly label: string;
}

const actionsOf = (): readonly Action[] => [
  { format: 'markdown', to: 'clipboard', label: exportWords.copyMarkdown },
  { format: 'json', to: 'clipboard', label: exportWords.copyJson },
  { format: 'markdown', to: 'file', label: exportWords.downloadMarkdown },
  { format: 'json', to: 'file', label: exportWords.downloadJson },
  { format: 'html', to: 'file', label: exportWords.downloadHtml },
  { format: 'har', to: 'file', label: exportWords.downloadHar },
];

/** A report is of the server: what a fix was tried on is none of its answers. */
const isExported = ({ standing, exchange }: Entry): boolean => standing === 'blocked' && exchange.isTried !== true;

/** What is handed on, with or without its secrets, and in which form. Loaded after the tab is on show. */
export function ExportChoices() {
  const { store, host } = usePanel();
  const [redact, setRedact] = useState(true);
  const [onlyOne, setOnlyOne] = useState(false);
  const [said, setSaid] = useState('');
  const blocked = store.log.listed.value.filter(isExported).length;
  const selected = store.selection.selected.value;
  const canBeOne = selected !== null && isExported(selected);
  if (blocked === 0) return <p class="export-note">{exportWords.nothing}</p>;

  const one = onlyOne && canBeOne ? selected.id : null;
  const run = ({ format, to, label }: Action) => {
    const text = host.report(format, to, one === null ? null : [one], redact);
    const { name, mediaType } = files[format];
    if (to === 'file') host.download(name, mediaType, text);
    const isDone = to === 'file' || host.copy(text);
    const outcome = isDone ? exportWords.done(label) : exportWords.failed;
    setSaid(outcome);
    store.news.tell(outcome);
  };
  return (
    <>
      <fieldset class="export-scope">
        <legend>{exportWords.scope}</legend>
        <label>
          <input type="radio" name="scope" checked={one === null} onChange={() => setOnlyOne(false)} />
          {exportWords.all(blocked)}
        </label>
        <label>
          <input type="radio" name="scope" disabled={!canBeOne} checked={one !== null} onChange={() => setOnlyOne(true)} />
          {exportWords.one}
        </label>
      </fieldset>
      <label class="export-redact">
        <input type="checkbox" checked={redact} onChange={({ currentTarget }) => setRedact(currentTarget.checked)} />
        {exportWords.redact}
      </label>
      {redact ? <LeftOut key={one ?? ''} id={one} /> : <p class="export-note warning">{exportWords.redactOff}</p>}
      <div class="export-actions">
        {actionsOf().map(action => (
          <button key={action.label} type="button" class="button" disabled={!host.canExport.value} onClick={() => run(action)}>
            {action.label}
          </button>
        ))}
      </div>
      {said === '' ? null : <p class="export-note">{said}</p>}
    </>
  );
}
