/** What decides how the list is shown: paused, preserved, in which order. */
import { usePanel } from './context.ts';
import { Icon } from './parts/Icon.tsx';
import { ORDERS, type Order } from './state/sort.ts';
import { listWords } from './words.ts';

export function PauseButton() {
  const { store, file } = usePanel();
  const { isPaused, waiting, toggle } = store.pause;
  const name = isPaused.value ? listWords.pause.resume(waiting.value) : listWords.pause.pause;
  return (
    <button
      type="button"
      class="icon-button pause"
      aria-label={name}
      title={name}
      aria-pressed={isPaused.value}
      disabled={file !== null}
      onClick={toggle}
    >
      <Icon name={isPaused.value ? 'resume' : 'pause'} />
      {waiting.value === 0 ? null : <span class="pause-waiting">{listWords.pause.waiting(waiting.value)}</span>}
    </button>
  );
}

export function ListOptions() {
  const { store, file } = usePanel();
  const { preserve, outline } = store;
  return (
    <span class="list-options">
      <select
        class="button order"
        aria-label={listWords.grouping.order}
        title={listWords.grouping.order}
        value={outline.order}
        onChange={({ currentTarget }) => {
          outline.order.value = currentTarget.value as Order;
        }}
      >
        {ORDERS.map(order => (
          <option key={order} value={order}>
            {listWords.grouping.orders[order]}
          </option>
        ))}
      </select>
      <label class="preserve" title={listWords.preserve.hint}>
        <input
          type="checkbox"
          checked={preserve.isOn}
          disabled={file !== null}
          onChange={({ currentTarget }) => preserve.set(currentTarget.checked)}
        />
        {listWords.preserve.label}
      </label>
    </span>
  );
}
