import type { FailureWords, FixWords } from '../words.ts';
import { count, number } from './numbers.ts';

const STAGES = {
  preflight: 'the answer to the preflight',
  redirect: 'the redirect',
  response: 'the answer to the request',
  network: 'the connection',
} as const;

const CONFIDENCE = { certain: '', likely: ' (likely)', possible: ' (possible)' } as const;

export const failure: FailureWords = {
  outcomes: { blocked: 'Blocked', unknown: 'Unclear' },
  whoMends: 'Who can mend it:',
  responsible: {
    server: 'Whoever runs the server that was asked',
    page: 'Whoever writes the page that asked',
    gateway: 'Whoever runs the proxy, gateway or CDN in front of the server',
    network: 'Whoever runs the network or the connection to the server',
    browser: 'The person at the browser: it is one of its settings',
    extension: 'The person at the browser: one of its extensions did it',
    nobody: 'Nobody has to: it works as meant',
  },
  reason: confidence => `Reason${CONFIDENCE[confidence]}:`,
  behind: confidence => `What is behind it${CONFIDENCE[confidence]}:`,
  shows: 'What would show it:',
  orElse: confidence => `Or else${CONFIDENCE[confidence]}:`,
  notCors: 'Not a CORS rule:',
  notCorsMeans: 'the page sees the same error, but no CORS header can mend this one.',
  seen: 'Seen:',
  seenOnce: at => `once, at ${at}`,
  seenOften: (times, first, last) => `${number(times)} times, first at ${first}, last at ${last}`,
  whatHappened: 'What happened',
  stepByStep: 'What happened, step by step',
  questions: 'The four questions',
  problems: broken => (broken === 1 ? 'The rule that is broken' : `The ${number(broken)} rules that are broken`),
  where: (stage, header) => (header === null ? `In ${STAGES[stage]}` : `${header} in ${STAGES[stage]}`),
  came: 'Came',
  nothing: 'nothing',
  wouldPass: 'Would have passed',
  noValue: 'no value would',
  rule: 'The rule',
  moreProblems: more => `${count(more, 'more is', 'more are')} in the JSON export.`,
};

export const fix: FixWords = {
  title: 'What to change',
  titleOfNone: 'What to do',
  none: "No change to the server's answers would help here.",
  whole:
    'This is the whole change: with it, the request goes through. Each line replaces every line of that name in the answer; all other lines stay.',
  preflight: 'The answer to the preflight',
  redirect: (index, all) => (all === 1 ? 'The redirect' : `Redirect ${number(index)} of ${number(all)}`),
  response: 'The answer to the request itself',
  needs: (answer, status, hasHeaders) => {
    if (status === null) return `${answer} needs these headers:`;
    return `${answer} must have the status ${status}${hasHeaders ? ', and these headers:' : '.'}`;
  },
  answerWith: status => `Answer with status ${status}.`,
  mind: 'Mind:',
  pageAdvice: 'What the page’s own code can do',
  otherPreflight: (url, status, lines) =>
    `The preflight of ${url} needs a change to its answer too: ${[...(status === null ? [] : [`the status ${status}`]), ...lines].join('; ')}`,
};
