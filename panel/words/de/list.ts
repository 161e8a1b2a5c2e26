/** German: what the list says of its groups, its order, its pages and its pause, and of searching it. */
import type { listWords as en } from '../en/list.ts';
import { number, plural } from './numbers.ts';

export const listWords: typeof en = {
  grouping: {
    count: count => `${number(count)}×`,
    countHint: count => `${number(count)} gleiche Anfragen. Die Uhrzeit ist die der neuesten.`,
    open: 'Jede einzeln zeigen',
    close: 'Als eine zeigen',
    order: 'Sortieren',
    orders: {
      oldest: 'Alte zuerst',
      newest: 'Neue zuerst',
      count: 'Häufige zuerst',
      endpoint: 'Nach Endpunkt',
      verdict: 'Nach Problem',
    },
  },
  preserve: {
    label: 'Behalten',
    hint: 'Die Liste behalten, wenn der Tab zu einer anderen Seite geht',
    page: 'Seite',
  },
  pause: {
    pause: 'Liste anhalten',
    resume: waiting => (waiting === 0 ? 'Liste fortsetzen' : `Liste fortsetzen: ${plural(waiting, 'neue Anfrage wartet', 'neue Anfragen warten')}`),
    waiting: count => `${number(count)} neu`,
    title: 'Angehalten',
    text: 'Die Aufzeichnung läuft weiter. Was jetzt geschieht, erscheint hier, sobald Sie die Liste fortsetzen.',
    button: 'Fortsetzen',
  },
  searchOne: 'Nur eines durchsuchen:',
};
