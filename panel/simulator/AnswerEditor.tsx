import { useId, useRef, useState } from 'preact/hooks';
import { detailWords, simulatorWords } from '../later-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Value } from '../parts/Value.tsx';
import { type Draft, type DraftLine, isStatus, LINES_MAX, withLine, withNewLine, withoutLine, withStatus } from './drafts.ts';
import { LineEditor } from './LineEditor.tsx';

/** Lines of one answer that can be edited: a server may send thousands. The others stay as they are. */
const SHOWN_LINES = 100;

interface AnswerEditorProps {
  readonly title: string;
  /** Hostile text: what it answers. */
  readonly request: string;
  /** Whether an answer came at all. */
  readonly wasSeen: boolean;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

export function AnswerEditor({ title, request, wasSeen, draft, onChange }: AnswerEditorProps) {
  const statusId = useId();
  const add = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<number | null>(null);
  const shown = draft.lines.slice(0, SHOWN_LINES);
  const aside = shown.filter(({ isAside }) => isAside);
  const hidden = draft.lines.length - shown.length;
  const isFaulty = !isStatus(draft.status);

  const lines = (some: readonly DraftLine[]) => (
    <ul class="lines">
      {some.map(line => (
        <LineEditor
          key={line.key}
          line={line}
          isNew={line.key === added}
          onChange={change => onChange(withLine(draft, line.key, change))}
          onRemove={() => {
            onChange(withoutLine(draft, line.key));
            add.current?.focus();
          }}
        />
      ))}
    </ul>
  );
  return (
    <fieldset class="answer-editor">
      <legend>{title}</legend>
      <p class="change-url">
        <Value text={request} />
      </p>
      {wasSeen ? null : <p class="aside">{simulatorWords.unseen}</p>}
      <p class="status-field">
        <label for={statusId}>{simulatorWords.status}</label>
        <input
          id={statusId}
          type="text"
          inputMode="numeric"
          maxLength={3}
          autocomplete="off"
          dir="ltr"
          aria-invalid={isFaulty}
          aria-describedby={`${statusId}-note`}
          value={draft.status}
          onInput={({ currentTarget }) => onChange(withStatus(draft, currentTarget.value))}
        />
        <span id={`${statusId}-note`}>
          {isFaulty ? (
            <span class="fault">
              <Icon name="warning" /> {simulatorWords.statusFault(draft.validStatus)}
            </span>
          ) : null}
        </span>
      </p>
      {lines(shown.filter(({ isAside }) => !isAside))}
      <button
        ref={add}
        type="button"
        class="button"
        disabled={shown.length >= SHOWN_LINES || draft.lines.length >= LINES_MAX}
        onClick={() => {
          const next = withNewLine(draft);
          setAdded(next.lines.at(-1)?.key ?? null);
          onChange(next);
        }}
      >
        {simulatorWords.addLine}
      </button>
      {aside.length === 0 ? null : (
        <details class="other-lines">
          <summary>{simulatorWords.otherLines(aside.length)}</summary>
          {lines(aside)}
        </details>
      )}
      {hidden > 0 ? <p class="aside">{detailWords.headersNotShown(hidden)}</p> : null}
    </fieldset>
  );
}
