/** English: the four questions to ask of every CORS error, answered. */
import type { ChecklistItem } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import { clip, enumerate, quoted, short } from '../text.ts';

/** Characters of an address or a header line that an answer has room for. */
const LINE_ROOM = 120;

const whoAsks = ({ page, exchange, method }: Facts): string => {
  const worker = exchange.frameId < 0 ? ' It was asked by a service worker.' : '';
  const asked = `${short(method)} ${clip(exchange.hops[0]?.url ?? '', LINE_ROOM)}`;
  if (page === 'null')
    return `A page without an origin of its own (“null”): a sandboxed frame, a local file or a data: address. It asked for ${asked}.${worker}`;
  return `Code of a page from ${short(page)}. It asked for ${asked}.${worker}`;
};

const PART = { scheme: 'the scheme', host: 'the host', port: 'the port' } as const;

const originsDiffer = ({ page, target, differs }: Facts): string => {
  if (page === 'null') return `Yes: a page without an origin is foreign to every server, ${short(target)} included.`;
  if (differs.length === 0) return `No, ${short(target)} is the page's own origin; but the way there led through another.`;
  return `Yes, ${differs.map(part => PART[part]).join(' and ')}: the page is ${short(page)}, the server ${short(target)}.`;
};

const rightHeaders = ({ answer, failures, verdict }: Facts): string => {
  if (answer === null) return verdict.failures.some(({ stage }) => stage === 'network') ? 'There was no answer to look at.' : 'No answer was seen.';
  const broken = failures.length;
  if (broken === 1 && failures[0].code === 'unexplained') return 'As far as can be seen, yes.';
  const headers = answer.delivered ?? answer.headers;
  const sent = headers.filter(({ name }) => name.toLowerCase().startsWith('access-control-')).map(({ name, value }) => `${name}: ${value}`);
  const came =
    sent.length === 0
      ? 'It sends none of the Access-Control headers.'
      : `It sends ${enumerate(sent.map(quoted), 'and', count => `${count} more`, { room: LINE_ROOM })}.`;
  return `No, ${broken === 1 ? 'one rule is' : `${broken} rules are`} broken. ${came}`;
};

const REASON = {
  method: (value: string | null) => `the method ${value ?? ''}`,
  header: (value: string | null) => `the header ${value ?? ''}`,
  'content-type': (value: string | null) => (value === null ? 'the content type' : `the content type ${value}`),
  'upload-listener': () => 'a listener for upload progress',
  'stream-body': () => 'a streamed body',
  unknown: () => 'something that cannot be seen',
} as const;

const preflightFails = ({ failure, preflight, verdict, hopIndex }: Facts): string => {
  const reasons = verdict.preflightReasons[hopIndex] ?? [];
  const why =
    reasons.length === 0
      ? ''
      : ` The browser asks first because of ${enumerate(
          reasons.map(({ kind, value }) => REASON[kind](value).trim()),
          'and',
          count => `${count} more`,
          { room: LINE_ROOM },
        )}.`;
  if (failure.stage === 'preflight') return `Yes, it stops there; the request itself was never sent.${why}`;
  return preflight === null ? 'No, there was none: the browser sent the request at once.' : `No, the preflight passed.${why}`;
};

export const checklist = (facts: Facts): readonly ChecklistItem[] => [
  { question: 'Who makes the request?', answer: whoAsks(facts) },
  { question: 'Do the origins differ, and in what?', answer: originsDiffer(facts) },
  { question: 'Does the server send the right headers?', answer: rightHeaders(facts) },
  { question: 'Does a preflight fail first?', answer: preflightFails(facts) },
];
