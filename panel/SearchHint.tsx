import { FIELDS } from './state/properties.ts';
import { words } from './words.ts';

/** How to search in one thing alone; on show while one is about to. */
export function SearchHint({ id }: { readonly id: string }) {
  return (
    <span id={id} class="search-hint">
      {words.narrowing.hint}
      {FIELDS.map(field => (
        <code key={field}>{words.narrowing.example[field]}</code>
      ))}
    </span>
  );
}
