import type { CommandWords, ConfigurationWords, EngineWords, ValueWords, WireWords } from '../words.ts';
import { count, number } from './numbers.ts';

export const values: ValueWords = {
  empty: '(empty)',
  blank: '(only white space)',
  leftOut: characters => count(characters, 'character left out', 'characters left out'),
  notSeen: '[value not seen]',
};

export const engines: EngineWords = {
  title: 'What each browser makes of it',
  passes: 'lets it through',
  blocks: (term, parameter) => `blocks it as ${term}${parameter === null ? '' : ` (${parameter})`}`,
  blocksUnnamed: 'blocks it, without a name of its own',
  blocksPlainly: 'blocks it',
  credentials: { include: ', if the page asked with credentials', 'same-origin': ', if the page asked without credentials' },
  because: {
    lines: ', if the header came on several lines',
    list: ', if the header came on one line',
    'no-cors': ', if the page asked in mode no-cors',
    unseen: ', as far as the answers that were seen go',
  },
  oneOf: browser => `${browser}, one of these:`,
  more: more => (more === 1 ? 'or 1 more, which is in the JSON export' : `or one of ${number(more)} more, which are in the JSON export`),
};

export const wire: WireWords = {
  title: 'What was sent and received',
  preflight: asked => `The preflight: ${asked}`,
  preflightAnswer: status => `Its answer: status ${status}`,
  request: asked => `The request: ${asked}`,
  redirect: (url, status) => `The redirect by ${url}: status ${status}`,
  later: asked => `The request after it: ${asked}`,
  answer: status => `The answer: status ${status}`,
  noHeaders: message => `${message}; no headers were seen.`,
  leftOut: lines => `${count(lines, 'header line is', 'header lines are')} left out.`,
};

export const commands: CommandWords = {
  title: 'Try it',
  curlShows:
    'curl does not enforce CORS, so it shows every answer: look whether the answer has the headers above. Request bodies are not recorded, so none is sent.',
  preflight: 'The preflight',
  request: 'The request',
  preflightInTerminal: 'The preflight, in a terminal',
  requestInTerminal: 'The request, in a terminal',
  requestInConsole: 'The request, in the page’s console',
  tooLong: 'The line is too long for this text; copy it from the CORS tab.',
  titledTooLong: title => `${title}: the command is too long for this text; copy it from the CORS tab.`,
  credentialsUnknown: 'not known: try "include" too',
};

export const configuration: ConfigurationWords = {
  title: (server, name) => `In the configuration of ${server}: ${name}`,
  proven: version => `Proven on ${version}, in Chromium and Firefox.`,
  notProven: 'Written from its documentation and not proven: try it before you rely on it.',
  leftOut: 'It is left out here: it is too long, or has something in it that reports do not show.',
};
