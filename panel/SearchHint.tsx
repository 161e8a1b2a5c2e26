import { FIELDS, type Field } from './state/properties.ts';
import { listWords } from './words.ts';

const EXAMPLES: Readonly<Record<Field, string>> = {
  origin: 'origin:shop.example',
  endpoint: 'endpoint:/orders',
  kind: 'kind:fetch',
  frame: 'frame:page',
};

/** How to search in one thing alone; on show while one is about to. */
export function SearchHint({ id }: { readonly id: string }) {
  return (
    <span id={id} class="search-hint">
      {listWords.searchOne}
      {FIELDS.map(field => (
        <code key={field}>{EXAMPLES[field]}</code>
      ))}
    </span>
  );
}
