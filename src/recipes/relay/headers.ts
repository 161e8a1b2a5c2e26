/** Headers of the requests that relays send. */
import { quoted } from '../text.ts';
import { type RelayTarget, sendsAuthorization } from './target.ts';

/** What tells of the page, and what browsers send to the page's own server by themselves. */
export const leftOutNames = (target: RelayTarget): readonly string[] => [
  'Cookie',
  'Origin',
  'Referer',
  ...(sendsAuthorization(target) ? [] : ['Authorization']),
];

/** As an array in JavaScript. */
export const leftOut = (target: RelayTarget): string => `[${quoted(leftOutNames(target))}]`;

/** A name and a value, as arguments in JavaScript. */
export const KEY_HEADER = `'Authorization', \`Bearer \${process.env.API_KEY}\``;
