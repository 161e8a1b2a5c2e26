import type { StoryWords } from '../words.ts';
import { count } from './numbers.ts';

const withError = (sentence: string, error: string | null): string => `${sentence}${error === null ? '' : `: ${error}`}.`;

export const story: StoryWords = {
  asker: origin => `A page of the origin ${origin}`,
  hiddenAsker: origin => `A page whose origin the browser hides (${origin})`,
  asked: (asker, request, type, place) => {
    const line = place === null ? '' : `, in ${place.url}, line ${place.line}, column ${place.column}`;
    const inside = place === null || place.function === null ? '' : `, function ${place.function}`;
    return `${asker} asked for ${request} (as ${type}${line}${inside}).`;
  },
  credentials: {
    include: 'It asked with credentials: cookies, if there are any, are sent along.',
    'same-origin': 'It asked without credentials: no cookies are sent to another origin.',
    omit: 'It asked without credentials: no cookies are sent.',
    unknown: 'Nothing shows whether it asked with credentials (cookies and the like).',
  },
  basis: {
    inferred: '(This is inferred from what the browser did.)',
    assumed: '(This is assumed; it could not be seen.)',
  },
  reasons: {
    method: value => `the method ${value} always needs it`,
    header: value => `the page sets the header ${value}`,
    'content-type': value => `the body has the content type ${value}`,
    'upload-listener': () => 'the page listens to the progress of an upload',
    'stream-body': () => 'the body is a stream',
    unknown: () => 'of something in the request that cannot be seen from here',
  },
  contentType: 'the content type of the body needs it',
  preflight: (options, reasons, more) =>
    `Before sending it, the browser asked the server for permission with an ${options} request (the preflight), because ${reasons.join('; ')}${
      more > 0 ? `; and for ${count(more, 'more reason', 'more reasons')}` : ''
    }.`,
  preflightAnswer: status => `The server answered the preflight with status ${status}.`,
  noPreflightAnswer: error => (error === null ? 'No answer was seen.' : `No answer came; the browser says ${error}.`),
  stopped: 'It stopped here:',
  notSent: 'the browser took this for a no, and the request itself was never sent.',
  notFollowed: 'the browser did not follow it.',
  notCompleted: error => (error === null ? 'the browser gives no reason.' : `the browser says ${error}.`),
  withheld: 'the browser kept the answer from the page.',
  redirect: (url, status, location) => `${url} answered with status ${status}, ${location === null ? 'a redirect' : `a redirect to ${location}`}.`,
  moreRedirects: more => `${count(more, 'redirect', 'redirects')} came first.`,
  noAnswer: 'No answer to the request was seen.',
  noUsableAnswer: 'No usable answer came.',
  answerBegan: status => `An answer with status ${status} began.`,
  answer: (status, isCached) => `The browser got an answer with status ${status}${isCached ? ' from its cache' : ''}.`,
  gotError: 'The page got an error instead of the answer.',
  outcomeUnknown: 'Whether the page got an error instead of the answer is not known.',
  evidence: {
    error: error => withError('The browser reported the request as failed', error),
    'resource-timing': error => withError("The page's own timing entry shows that it got no readable answer", error),
    rules: error => withError('No event of the browser says so, but the rules leave no other outcome', error),
  },
};
