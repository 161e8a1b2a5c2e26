/** English: the exchange step by step. */
import type { PreflightReason } from '../../../src/model.ts';
import type { StepState } from '../../steps.ts';

/** Why the browser asked first. `value` is hostile text. */
export const reasonWords = {
  method: value => (value === null ? 'the method' : `the method ${value}`),
  header: value => (value === null ? 'a header of your own' : `the header ${value}`),
  'content-type': value => (value === null ? 'the content type' : `the content type ${value}`),
  'upload-listener': () => 'a progress listener on the upload',
  'stream-body': () => 'a body that is a stream',
  unknown: () => 'a reason that cannot be seen',
} satisfies Record<PreflightReason['kind'], (value: string | null) => string>;

export const stepWords = {
  pageAsks: 'Your page asks',
  preflight: 'The browser asks permission first (preflight)',
  request: 'The browser sends the request',
  requestAgain: 'The browser follows the redirect',
  redirect: 'The server sends the browser elsewhere',
  answer: 'The server answers',
  pageReads: 'Your page can read the answer',
  pageUses: 'Your page can use the answer, not read it',
  pageError: 'Your page gets an error and no answer',
  pageWaits: 'Your page is waiting',
  pageLeft: 'Your page gave up',
  pageUnclear: 'Whether your page could read it is not known',
  facts: {
    from: 'From',
    to: 'For',
    because: 'Because of',
    sent: 'Sent',
    cookies: 'Cookies',
    status: 'Status',
    location: 'Location',
    error: 'Error',
    answer: 'Answer',
    took: 'Took',
    allows: 'Allows',
    problem: 'Problem',
  },
  cookiesSent: 'sent',
  noAllow: 'no Access-Control header at all',
  noAnswer: 'none seen',
  fromCache: 'from the browser’s cache',
  states: {
    passed: 'passed',
    stopped: 'stopped here',
    'also-broken': 'would stop here next',
    never: 'never happened',
    waiting: 'waiting',
    unseen: 'not seen',
  } satisfies Record<StepState, string>,
};
