/** Reads the parts of a HAR without trusting their shape: what is not as it should be is empty or null, and everything is bounded. */
import type { CodeLocation, Header } from '../model.ts';

export const URL_MAX = 8_192;
export const TEXT_MAX = 1_024;
const VALUE_MAX = 16_384;
const LINES_MAX = 200;
/** Calls that led to a call, one behind the other. */
const STACK_DEPTH = 10;

export type Unknown = Readonly<Record<string, unknown>>;
export const asObject = (value: unknown): Unknown => (typeof value === 'object' && value !== null ? (value as Unknown) : {});
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown, max = TEXT_MAX): string | null => (typeof value === 'string' ? value.slice(0, max) : null);
export const asCount = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0);

/** The innermost call of the page's own code. DevTools counts lines and columns from 0. */
export const callSite = (initiator: Unknown): CodeLocation | null => {
  for (let stack = asObject(initiator.stack), depth = 0; depth < STACK_DEPTH; stack = asObject(stack.parent), depth++) {
    const frame = asArray(stack.callFrames)
      .map(asObject)
      .find(({ url }) => typeof url === 'string' && url !== '');
    if (frame) {
      return {
        url: asText(frame.url, URL_MAX) ?? '',
        line: asCount(frame.lineNumber) + 1,
        column: asCount(frame.columnNumber) + 1,
        function: asText(frame.functionName) ?? '',
      };
    }
  }
  const url = asText(initiator.url, URL_MAX);
  return url && typeof initiator.lineNumber === 'number' ? { url, line: asCount(initiator.lineNumber) + 1, column: 1, function: '' } : null;
};

export const readHeaders = (headers: unknown): readonly Header[] =>
  asArray(headers)
    .slice(0, LINES_MAX)
    .flatMap(header => {
      const { name, value } = asObject(header);
      return typeof name === 'string' && typeof value === 'string'
        ? [{ name: name.slice(0, TEXT_MAX), value: value.trim().slice(0, VALUE_MAX) }]
        : [];
    });
