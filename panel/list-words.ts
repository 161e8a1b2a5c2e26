/** What the list says of its groups, its order, its pages and its pause, and of narrowing it. */
import type { Field } from './state/properties.ts';
import type { Order } from './state/sort.ts';
import { plural } from './words.ts';

export const listWords = {
  grouping: {
    count: (count: number) => `${count.toLocaleString('en')}×`,
    countHint: (count: number) => `${count.toLocaleString('en')} of the same. The time is that of the latest.`,
    open: 'Show each of them',
    close: 'Show them as one',
    order: 'Sort',
    orders: {
      oldest: 'Oldest first',
      newest: 'Newest first',
      count: 'Most often first',
      endpoint: 'By endpoint',
      verdict: 'By problem',
    } satisfies Record<Order, string>,
  },
  preserve: {
    label: 'Preserve log',
    hint: 'Keep the list when the tab goes to another page',
    page: 'Page',
  },
  pause: {
    pause: 'Pause the list',
    resume: (waiting: number) =>
      waiting === 0 ? 'Resume the list' : `Resume the list: ${plural(waiting, 'new request waits', 'new requests wait')}`,
    waiting: (count: number) => `${count.toLocaleString('en')} new`,
    title: 'Paused',
    text: 'The recorder goes on. What happens now shows up here when you resume.',
    button: 'Resume',
  },
  narrowing: {
    hint: 'One thing alone:',
    example: { origin: 'origin:shop.example', endpoint: 'endpoint:/orders', kind: 'kind:fetch', frame: 'frame:page' } satisfies Record<Field, string>,
    title: 'Show only requests like this',
    choices: { origin: 'Same server', endpoint: 'Same endpoint', kind: 'Same kind', frame: 'Same frame' } satisfies Record<Field, string>,
  },
} as const;
