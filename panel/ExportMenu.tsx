import { useState } from 'preact/hooks';
import { type Format, usePanel } from './context.ts';
import { Icon } from './parts/Icon.tsx';
import { Popover } from './parts/Popover.tsx';
import { words } from './words.ts';

const files: Readonly<Record<Format, { readonly name: string; readonly mediaType: string }>> = {
  markdown: { name: 'cors-report.md', mediaType: 'text/markdown' },
  json: { name: 'cors-report.json', mediaType: 'application/json' },
};

const actions = [
  { format: 'markdown', to: 'clipboard', label: words.copyMarkdown },
  { format: 'json', to: 'clipboard', label: words.copyJson },
  { format: 'markdown', to: 'file', label: words.downloadMarkdown },
  { format: 'json', to: 'file', label: words.downloadJson },
] as const;

type Action = (typeof actions)[number];

function ExportChoices() {
  const { store, host } = usePanel();
  const [redact, setRedact] = useState(true);
  const [onlyOne, setOnlyOne] = useState(false);
  const [said, setSaid] = useState('');
  const { blocked } = store.filter.counts.value;
  const selected = store.selection.selected.value;
  const canBeOne = selected?.standing === 'blocked';
  if (blocked === 0) return <p class="export-note">{words.exportNothing}</p>;

  const run = ({ format, to, label }: Action) => {
    const text = host.report(format, to, onlyOne && canBeOne ? [selected.id] : null, redact);
    const { name, mediaType } = files[format];
    if (to === 'file') host.download(name, mediaType, text);
    const isDone = to === 'file' || host.copy(text);
    const outcome = isDone ? words.exported(label) : words.exportFailed;
    setSaid(outcome);
    store.news.tell(outcome);
  };
  return (
    <>
      <fieldset class="export-scope">
        <legend>{words.exportScope}</legend>
        <label>
          <input type="radio" name="scope" checked={!(onlyOne && canBeOne)} onChange={() => setOnlyOne(false)} />
          {words.exportAll(blocked)}
        </label>
        <label>
          <input type="radio" name="scope" disabled={!canBeOne} checked={onlyOne && canBeOne} onChange={() => setOnlyOne(true)} />
          {words.exportOne}
        </label>
      </fieldset>
      <label class="export-redact">
        <input type="checkbox" checked={redact} onChange={({ currentTarget }) => setRedact(currentTarget.checked)} />
        {words.redact}
      </label>
      <p class={redact ? 'export-note' : 'export-note warning'}>{redact ? words.redactHint : words.redactOff}</p>
      <div class="export-actions">
        {actions.map(action => (
          <button key={action.label} type="button" class="button" disabled={!host.canExport.value} onClick={() => run(action)}>
            {action.label}
          </button>
        ))}
      </div>
      {said === '' ? null : <p class="export-note">{said}</p>}
    </>
  );
}

export function ExportMenu() {
  return (
    <Popover
      class="button export"
      label={
        <>
          <Icon name="export" /> {words.export}
        </>
      }
    >
      <ExportChoices />
    </Popover>
  );
}
