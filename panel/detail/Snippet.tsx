import { recipeWords } from '../later-words.ts';
import { CopyButton } from '../parts/CopyButton.tsx';

/** Configuration of the reader's own server, to copy. */
export function Snippet({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="snippet" aria-label={name} tabIndex={0}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <CopyButton text={() => text} name={recipeWords.copy} label={recipeWords.copy} />
    </>
  );
}

/** What it does, and what it was proven on; null is nothing. */
export function Standing({ says, provenOn }: { readonly says: string; readonly provenOn: string | null }) {
  return (
    <p class="aside">
      {says} {provenOn === null ? recipeWords.notProven : recipeWords.proven(provenOn)}
    </p>
  );
}
