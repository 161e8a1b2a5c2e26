import { useContext } from 'preact/hooks';
import { TermsContext } from '../context.ts';
import type { Term } from '../glossary.ts';
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

/** Sentences of ours, which may quote hostile text; a term is explained where the plan says that it is first used. */
export function Prose({ text }: { readonly text: string }) {
  const stretches = useContext(TermsContext).get(text) ?? [{ text, term: null }];
  return (
    <bdi>
      {stretches.map((stretch, index) => {
        const shown = makeVisible(bound(stretch.text, PROSE_LENGTH).shown);
        return stretch.term === null ? shown : <Explained key={index} term={stretch.term} text={shown} />;
      })}
    </bdi>
  );
}
