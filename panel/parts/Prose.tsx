import { useContext } from 'preact/hooks';
import { TermsContext } from '../context.ts';
import type { Term } from '../terms.ts';
import { bound, makeVisible } from '../text.ts';
import { Popover } from './Popover.tsx';

/** Longer than any sentence of ours; a value quoted in one may be longer still. */
const PROSE_LENGTH = 2_000;

function Explained({ term, text }: { readonly term: Term; readonly text: string }) {
  return (
    <Popover class="term" label={text}>
      <strong>{term.title}</strong>
      <span class="term-text">{term.text}</span>
    </Popover>
  );
}

const shownText = (text: string): string => makeVisible(bound(text, PROSE_LENGTH).shown);

/** Sentences of ours, which may quote hostile text; a term is explained where the plan says that it is first used. */
export function Prose({ text }: { readonly text: string }) {
  const stretches = useContext(TermsContext).get(text);
  return (
    <bdi>
      {stretches === undefined
        ? shownText(text)
        : stretches.map((stretch, index) =>
            stretch.term === null ? (
              shownText(stretch.text)
            ) : (
              <span key={index} class="with-term">
                {shownText(stretch.opening)}
                <Explained term={stretch.term} text={shownText(stretch.text)} />
                {shownText(stretch.closing)}
              </span>
            ),
          )}
    </bdi>
  );
}
