/** English: what the tab says of a fix that is tried. */
import type { TrialEnd } from '../../../src/model.ts';
import type { Obstacle } from '../../../src/trial/plan.ts';
import { bound } from '../../text.ts';

export const trialWords = {
  try: 'Try this fix',
  tryAndReload: 'Try it and reload the page',
  hint: 'Nothing changes on the server: your browser reads its answers as if they had these lines, in this tab only. The request is then made once more.',
  hintReload: (method: string) =>
    `Nothing changes on the server: your browser reads its answers as if they had these lines, in this tab only. Your page then has to make this ${bound(method, 20).shown} once more.`,
  obstacles: {
    'no-answer': 'Cannot be tried: there was no answer, so there are no headers to change.',
    'no-header': 'Cannot be tried: no header in the answer would help here.',
    status: 'Cannot be tried here: the answer to the preflight needs another status, and only its headers can be changed in your browser.',
    address: 'Cannot be tried here: the redirect has to lead to another address, and only the server should change where a request goes.',
    'shared-url': 'Cannot be tried here: two answers from the same address need different headers, and your browser cannot treat them apart.',
    lines: 'Cannot be tried here: the header came on several lines, and Firefox refuses them whatever an extension makes of them.',
    worker: 'Cannot be tried here: a worker made this request. It belongs to no tab, and a trial never goes beyond one tab.',
    url: 'Cannot be tried here: the address is too long, or too unusual, to name it exactly.',
  } satisfies Record<Obstacle, string>,
  ended: {
    refused: 'The browser did not take these headers, so nothing was changed.',
    left: 'The trial ended, because this tab went to another site. Answers come from the server unchanged again.',
  } satisfies Record<Exclude<TrialEnd, 'stopped'>, string>,
  banner: 'A fix that is being tried',
  trying: 'Trying a fix on',
  scope: '– only in this tab, only while DevTools is open.',
  notAskedYet: (method: string) => `Waiting for your page to make this ${bound(method, 20).shown} once more.`,
  asking: 'The request is on its way.',
  through: 'The browser now lets it through.',
  throughHint: 'Set the same lines on the server.',
  stillBlocked: (rule: string | null): string => (rule === null ? 'Still blocked.' : `Still blocked: ${rule}.`),
  unclear: 'It cannot be told whether the browser let it through.',
  show: 'Show it',
  repeat: 'Ask again',
  reload: 'Reload the page',
  stop: 'Stop',
  dismiss: 'Close',
  over: 'The trial is over.',
  headline: (from: string, to: string) => `With the fix that you try, ${from} can read this answer of ${to}.`,
  triedDetail:
    'A fix was being tried on this request: what your page got is not what the server sent. Stop the trial and ask again to see the server’s own answer.',
  triedBoth: 'Below, “As sent and received” has both.',
  triedOnly: 'Below you see what your page got: this browser does not show what the server sent.',
};
