/** English: the four questions to ask of every CORS error, answered. */
import type { ChecklistItem, FailureCode } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import { FAILURES } from '../../failures.ts';
import { corsLinesOf } from '../../read.ts';
import { clip, enumerate, LINE_ROOM, short } from '../text.ts';
import { quoted } from './quoted.ts';

const whoAsks = ({ page, exchange, method }: Facts): string => {
  const worker = exchange.frameId < 0 ? ' It asked from a service worker.' : '';
  const asked = `${short(method)} “${clip(exchange.hops[0]?.url ?? '', LINE_ROOM)}”`;
  if (page === 'null')
    return `A page without an origin of its own (“null”): a sandboxed frame, a local file or a data: address. It asked for ${asked}.${worker}`;
  return `Code of a page from ${short(page)}. It asked for ${asked}.${worker}`;
};

const PART = { scheme: 'the scheme', host: 'the host', port: 'the port' } as const;

const more = (count: number): string => `${count} more`;

const originsDiffer = ({ page, target, differs }: Facts): string => {
  if (page === 'null') return `Yes: a page without an origin is foreign to every server, ${short(target)} included.`;
  if (differs.length === 0) return `No, ${short(target)} is the page’s own origin; but the way there led through another.`;
  const parts = differs.map(part => PART[part]);
  return `Yes, ${enumerate(parts, 'and', more)}: the page is ${short(page)}, the server ${short(target)}.`;
};

/** A broken rule that is about none of the CORS headers. */
const BESIDE_HEADERS: { readonly [C in FailureCode]?: string } = {
  'preflight-status': 'Yes, but the status of its answer is no success.',
  'preflight-redirect': 'Yes, but it redirects the preflight.',
  'redirect-with-userinfo': 'Yes, but it redirects to where code of a page may not go.',
  'redirect-scheme': 'Yes, but it redirects to where code of a page may not go.',
  'redirect-insecure': 'Yes, but it redirects to where code of a page may not go.',
};

const rightHeaders = ({ answer, failures, failure }: Facts): string => {
  if (failure.code === 'websocket-refused') return 'That is not the trouble: no header of CORS opens a WebSocket.';
  if (failures.every(({ code }) => code === 'unexplained')) return 'As far as can be seen, yes.';
  if (failures.every(each => !FAILURES[each.code].isCors))
    return answer === null
      ? 'That is not the trouble: no answer came that could carry any.'
      : 'That is not the trouble: its answer breaks no rule of CORS.';
  const beside = BESIDE_HEADERS[failure.code];
  if (beside !== undefined && failures.length === 1) return beside;
  if (answer === null) return 'No answer was seen.';
  const sent = corsLinesOf(answer);
  const which = failure.stage === 'preflight' ? 'Its answer to the preflight' : failure.stage === 'redirect' ? 'Its redirect' : 'Its answer';
  const came = sent.length === 0 ? 'none of the Access-Control headers' : enumerate(sent.map(quoted), 'and', more, { room: LINE_ROOM });
  return `No, ${failures.length === 1 ? 'one rule is' : `${failures.length} rules are`} broken. ${which} has ${came}.`;
};

const REASON = {
  method: (value: string | null) => `the method ${value ?? ''}`,
  header: (value: string | null) => `the header ${value ?? ''}`,
  'content-type': (value: string | null) => (value === null ? 'the content type' : `the content type ${value}`),
  'upload-listener': () => 'a listener for upload progress',
  'stream-body': () => 'a streamed body',
  unknown: () => 'something that cannot be seen',
} as const;

const noPreflight = ({ failure, answer, exchange, isPreflightRemembered }: Facts): string => {
  if (isPreflightRemembered) return 'No. None was sent, because the browser remembers that an earlier one was allowed.';
  if (exchange.incomplete) return 'None was seen, but the request was seen only in part.';
  if (failure.stage === 'network' && answer === null) return 'No, it never came to that.';
  return 'No, there was none: the browser sent the request at once.';
};

const preflightFails = (facts: Facts): string => {
  const { failure, preflight, verdict, hopIndex } = facts;
  const reasons = (verdict.preflightReasons[hopIndex] ?? []).map(({ kind, value }) => REASON[kind](value).trim());
  const why = reasons.length === 0 ? '' : ` The browser asks first because of ${enumerate(reasons, 'and', more, { room: LINE_ROOM })}.`;
  if (failure.stage === 'preflight') return `Yes, it stops there; the request itself was never sent.${why}`;
  return preflight === null ? noPreflight(facts) : `No, the preflight passed.${why}`;
};

export const checklist = (facts: Facts): readonly ChecklistItem[] => [
  { question: 'Who makes the request?', answer: whoAsks(facts) },
  { question: 'Do the origins differ, and in what?', answer: originsDiffer(facts) },
  { question: 'Does the server send the right headers?', answer: rightHeaders(facts) },
  { question: 'Does a preflight fail first?', answer: preflightFails(facts) },
];
