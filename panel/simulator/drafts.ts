/** An answer that is being written: what stands in the fields, whether it can be sent, and what would be sent. */
import { isHeaderValue, isToken } from '../../src/cors/header-values.ts';
import type { Answer } from '../../src/explain/simulate.ts';
import type { ResponseSeen } from '../../src/model.ts';

export interface DraftLine {
  /** Tells it from the others of its answer, whatever is written in it. */
  readonly key: number;
  readonly name: string;
  readonly value: string;
  /** Still as it came: then it was sent, whatever is in it. */
  readonly isAsCame: boolean;
  /** Whether it stands with the lines that no rule of CORS reads. It stays there, whatever it is renamed to. */
  readonly isAside: boolean;
}

export interface Draft {
  /** As it is written. */
  readonly status: string;
  /** The last that was one. */
  readonly validStatus: number;
  readonly lines: readonly DraftLine[];
}

/** Lines that one answer may be given; servers send a tenth of it. */
export const LINES_MAX = 200;

/** What is wrong with a line, so that no server could send it. */
export type LineFault = 'no-name' | 'name' | 'value';

const READ_BY_CORS = /^(?:access[-_]?control|location$|vary$)/i;

export function draftOf({ status, headers }: ResponseSeen): Draft {
  const lines = headers.map(({ name, value }, key): DraftLine => ({ key, name, value, isAsCame: true, isAside: !READ_BY_CORS.test(name) }));
  return { status: String(status), validStatus: status, lines };
}

/** The status of a final answer. */
export const isStatus = (text: string): boolean => /^[2-5]\d\d$/.test(text.trim());

export const withStatus = (draft: Draft, status: string): Draft => ({
  ...draft,
  status,
  validStatus: isStatus(status) ? Number(status) : draft.validStatus,
});

export const withLine = (draft: Draft, key: number, change: Partial<Pick<DraftLine, 'name' | 'value'>>): Draft => ({
  ...draft,
  lines: draft.lines.map(line => (line.key === key ? { ...line, ...change, isAsCame: false } : line)),
});

export const withoutLine = (draft: Draft, key: number): Draft => ({ ...draft, lines: draft.lines.filter(line => line.key !== key) });

export const withNewLine = (draft: Draft): Draft => {
  const key = 1 + Math.max(-1, ...draft.lines.map(line => line.key));
  return { ...draft, lines: [...draft.lines, { key, name: '', value: '', isAsCame: false, isAside: false }] };
};

const isBlank = ({ name, value }: DraftLine): boolean => name.trim() === '' && value.trim() === '';

/** null where the line can be sent, or is not written yet. */
export function faultOf(line: DraftLine): LineFault | null {
  if (line.isAsCame || isBlank(line)) return null;
  const name = line.name.trim();
  if (name === '') return 'no-name';
  if (!isToken(name)) return 'name';
  return isHeaderValue(line.value.trim()) ? null : 'value';
}

/** What the server would send: the lines that can be. */
export function answerOf({ validStatus, lines }: Draft): Pick<Answer, 'status' | 'headers'> {
  const sent = lines.filter(line => !isBlank(line) && faultOf(line) === null);
  return { status: validStatus, headers: sent.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })) };
}
