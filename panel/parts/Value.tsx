import { useState } from 'preact/hooks';
import type { Marked } from '../difference.ts';
import { detailWords } from '../later-words.ts';
import { bound, visiblePieces } from '../text.ts';

/** What is shown of a value until the reader asks for more. */
const FOLDED_LENGTH = 240;
/** What is shown of it at most. */
const UNFOLDED_LENGTH = 100_000;

/** A text from the network, with what cannot be seen in it made visible. */
function Visible({ text }: { readonly text: string }) {
  return visiblePieces(text).map((piece, index) =>
    piece.isSymbol ? (
      <span key={index} class="symbol">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}

/** A value from the network: isolated from the text around it, bounded, and never anything but text. */
export function Value({ text }: { readonly text: string }) {
  const [isUnfolded, setUnfolded] = useState(false);
  const { shown, hidden } = bound(text, isUnfolded ? UNFOLDED_LENGTH : FOLDED_LENGTH);
  return (
    <bdi class="value">
      <Visible text={shown} />
      {hidden > 0 && !isUnfolded ? '…' : null}
      {hidden > 0 && isUnfolded ? <em>{detailWords.notShown(hidden)}</em> : null}
      {text.length > FOLDED_LENGTH ? (
        <button type="button" class="link" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? detailWords.showLess : detailWords.showAllOf(text.length)}
        </button>
      ) : null}
    </bdi>
  );
}

/** A short value with the part marked that differs from what it is held against, or the gap where it lacks something. */
export function MarkedValue({ before, differs, after }: Marked) {
  return (
    <bdi class="value">
      <Visible text={before} />
      {differs === '' ? (
        <mark class="gap" />
      ) : (
        <mark>
          <Visible text={differs.trim() === '' ? differs.replaceAll(' ', '␣') : differs} />
        </mark>
      )}
      <Visible text={after} />
    </bdi>
  );
}
