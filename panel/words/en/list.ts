/** English: what the list says of its groups, its order, its pages and its pause, and of searching it. */
import type { Order } from '../../state/sort.ts';
import { number, plural } from './numbers.ts';

export const listWords = {
  grouping: {
    count: (count: number) => `${number(count)}×`,
    countHint: (count: number) => `${number(count)} of the same. The time is that of the latest.`,
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
    resume: (waiting: number): string =>
      waiting === 0 ? 'Resume the list' : `Resume the list: ${plural(waiting, 'new request waits', 'new requests wait')}`,
    waiting: (count: number) => `${number(count)} new`,
    title: 'Paused',
    text: 'The recorder goes on. What happens now shows up here when you resume.',
    button: 'Resume',
  },
  searchOne: 'One thing alone:',
};
