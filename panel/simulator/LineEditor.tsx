import { useEffect, useId, useRef } from 'preact/hooks';
import { detailWords, simulatorWords } from '../later-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Value } from '../parts/Value.tsx';
import { bound, makeVisible } from '../text.ts';
import { type DraftLine, faultOf } from './drafts.ts';

/** In UTF-16 units: what may be typed; what came may be longer. */
const NAME_MAX = 256;
const VALUE_MAX = 8_192;
/** What a label quotes of a name. */
const LABEL_LENGTH = 60;

interface LineEditorProps {
  readonly line: DraftLine;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Pick<DraftLine, 'name' | 'value'>>) => void;
  readonly onRemove: () => void;
}

/** One header line in two fields. What a field cannot show, or no server could send, is said below it. */
export function LineEditor({ line, isNew, onChange, onRemove }: LineEditorProps) {
  const { name, value } = line;
  const note = useId();
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) nameField.current?.focus();
  }, [isNew]);
  const fault = faultOf(line);
  const label = makeVisible(bound(name, LABEL_LENGTH).shown);
  const isHidden = makeVisible(name + value) !== name + value;
  return (
    <li class="line">
      <input
        ref={nameField}
        type="text"
        class="line-name"
        aria-label={simulatorWords.lineName}
        aria-invalid={fault === 'name' || fault === 'no-name'}
        aria-describedby={note}
        placeholder={simulatorWords.lineName}
        maxLength={NAME_MAX}
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
        value={name}
        onInput={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <input
        type="text"
        class="line-value"
        aria-label={simulatorWords.lineValue(label)}
        aria-invalid={fault === 'value'}
        aria-describedby={note}
        placeholder={detailWords.headerValue}
        maxLength={VALUE_MAX}
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
        value={value}
        onInput={({ currentTarget }) => onChange({ value: currentTarget.value })}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={simulatorWords.removeLine(label)}
        title={simulatorWords.removeLine(label)}
        onClick={onRemove}
      >
        <Icon name="remove" />
      </button>
      <p id={note} class="line-note">
        {fault === null ? null : (
          <span class="fault">
            <Icon name="warning" /> {simulatorWords.faults[fault]}
          </span>
        )}
        {isHidden ? (
          <span class="aside">
            {simulatorWords.asItIs} <Value text={`${name}: ${value}`} />
          </span>
        ) : null}
      </p>
    </li>
  );
}
