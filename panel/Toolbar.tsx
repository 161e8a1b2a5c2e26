import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { usePanel } from './context.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { OpenButton } from './handon/OpenButton.tsx';
import { ListOptions, PauseButton } from './ListControls.tsx';
import { Icon } from './parts/Icon.tsx';
import { SearchHint } from './SearchHint.tsx';
import type { Shown } from './state/filter.ts';
import { words } from './words.ts';

const choices: readonly Shown[] = ['blocked', 'warnings', 'allowed', 'all'];

function Filters() {
  const { filter } = usePanel().store;
  return (
    <fieldset class="filters">
      <legend class="unseen">{words.shown}</legend>
      {choices.map(choice => (
        <label key={choice} class="filter" data-choice={choice}>
          <input
            type="radio"
            name="shown"
            checked={filter.shown.value === choice}
            onChange={() => {
              filter.shown.value = choice;
            }}
          />
          {words.filters[choice]} <span class="count">{words.number(filter.counts.value[choice])}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Toolbar({ search }: { readonly search: RefObject<HTMLInputElement | null> }) {
  const { store, host, file } = usePanel();
  const isLive = file === null;
  const hintId = useId();
  return (
    <div class="toolbar">
      <button type="button" class="icon-button" aria-label={words.clear} title={words.clear} disabled={!isLive} onClick={store.clear}>
        <Icon name="clear" />
      </button>
      <button type="button" class="icon-button" aria-label={words.reload} title={words.reload} disabled={!isLive} onClick={host.reload}>
        <Icon name="reload" />
      </button>
      <PauseButton />
      <Filters />
      <label class="search">
        <Icon name="search" />
        <span class="unseen">{words.search}</span>
        <input
          ref={search}
          type="search"
          placeholder={words.searchHint}
          value={store.filter.query}
          onInput={({ currentTarget }) => {
            store.filter.query.value = currentTarget.value;
          }}
          aria-describedby={hintId}
        />
      </label>
      <SearchHint id={hintId} />
      <ListOptions />
      <span class="files">
        <ExportMenu />
        <OpenButton />
      </span>
    </div>
  );
}
