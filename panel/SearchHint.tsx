import { listWords } from './list-words.ts';
import { FIELDS } from './state/properties.ts';

/** How to search in one thing alone; on show while one is about to. */
export function SearchHint({ id }: { readonly id: string }) {
  return (
    <span id={id} class="search-hint">
      {listWords.narrowing.hint}
      {FIELDS.map(field => (
        <code key={field}>{listWords.narrowing.example[field]}</code>
      ))}
    </span>
  );
}
