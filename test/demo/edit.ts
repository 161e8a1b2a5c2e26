/** Applies a fix to a case's answers. Pure. */
import type { Answer, DemoFix, Headers, HopAnswers, HttpAnswer } from './model.ts';

const EMPTY: HttpAnswer = { status: 204, headers: [], body: 'none' };

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A field named in `edits` replaces every line of that name; every other line stays. */
export const editHeaders = (headers: Headers, edits: Headers): Headers => [
  ...headers.filter(header => !edits.some(edit => sameName(edit.name, header.name))),
  ...edits,
];

/** An answer that is no HTTP at all becomes one, of the edits alone. */
const asHttp = (answer: Answer | null): HttpAnswer => (answer !== null && typeof answer === 'object' && 'status' in answer ? answer : EMPTY);

const edited = (answer: Answer, edits: Headers): Answer => {
  const base = asHttp(answer);
  return { ...base, headers: editHeaders(base.headers, edits) };
};

const lastPreflight = (answers: readonly HopAnswers[]): number =>
  Math.max(
    answers.findLastIndex(hop => hop.preflight !== null),
    0,
  );

/** The answers of a case, one entry a hop, with the edits applied. */
export const applyFix = (answers: readonly HopAnswers[], fix: DemoFix): readonly HopAnswers[] =>
  answers.map((hop, index) => {
    const { preflight, redirects, response } = fix;
    const isLast = index === answers.length - 1;
    const requestEdits = isLast ? (response?.headers ?? null) : (redirects[index]?.headers ?? null);
    const preflightAt = preflight?.hop ?? lastPreflight(answers);
    return {
      ...hop,
      preflight:
        preflight !== null && index === preflightAt
          ? { ...asHttp(hop.preflight), status: preflight.status, headers: editHeaders(asHttp(hop.preflight).headers, preflight.headers) }
          : hop.preflight,
      request: requestEdits === null ? hop.request : edited(hop.request, requestEdits),
    };
  });
