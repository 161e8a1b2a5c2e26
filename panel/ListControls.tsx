/** What decides how the list is shown: paused, preserved, in which order. */
import { usePanel } from './context.ts';
import { Icon } from './parts/Icon.tsx';
import { ORDERS, type Order } from './state/sort.ts';
import { words } from './words.ts';

export function PauseButton() {
  const { isPaused, waiting, toggle } = usePanel().store.pause;
  const name = isPaused.value ? words.pause.resume(waiting.value) : words.pause.pause;
  return (
    <button type="button" class="icon-button pause" aria-label={name} title={name} aria-pressed={isPaused.value} onClick={toggle}>
      <Icon name={isPaused.value ? 'resume' : 'pause'} />
      {waiting.value === 0 ? null : <span class="pause-waiting">{words.pause.waiting(waiting.value)}</span>}
    </button>
  );
}

export function ListOptions() {
  const { preserve, outline } = usePanel().store;
  return (
    <span class="list-options">
      <select
        class="button order"
        aria-label={words.grouping.order}
        title={words.grouping.order}
        value={outline.order}
        onChange={({ currentTarget }) => {
          outline.order.value = currentTarget.value as Order;
        }}
      >
        {ORDERS.map(order => (
          <option key={order} value={order}>
            {words.grouping.orders[order]}
          </option>
        ))}
      </select>
      <label class="preserve" title={words.preserve.hint}>
        <input type="checkbox" checked={preserve.isOn} onChange={({ currentTarget }) => preserve.set(currentTarget.checked)} />
        {words.preserve.label}
      </label>
    </span>
  );
}
