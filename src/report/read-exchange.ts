/** The shape of an exchange in a report's JSON. What it lets pass is safe to judge and to show; its texts are as hostile as ever. */
import * as v from 'valibot';
import type { Exchange } from '../model.ts';

/** `Date` has no later and no earlier one, in milliseconds since the epoch. */
const LATEST = 8.64e15;

export const text = v.string();
export const nullableText = v.nullable(text);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.minValue(-LATEST), v.maxValue(LATEST));

export const headers = v.array(v.object({ name: text, value: text }));

export const codeLocation = v.object({
  url: text,
  line: v.pipe(count, v.minValue(1)),
  column: v.pipe(count, v.minValue(1)),
  function: text,
});

const state = v.picklist(['open', 'completed', 'failed']);

const response = v.object({
  status: count,
  headers,
  linesKnown: v.boolean(),
  delivered: v.nullable(headers),
  fromCache: v.boolean(),
  ip: nullableText,
});

const preflight = v.object({
  requestId: text,
  url: text,
  startedAt: time,
  endedAt: v.nullable(time),
  requestHeaders: v.nullable(headers),
  response: v.nullable(response),
  state,
  error: nullableText,
});

const hop = v.object({
  url: text,
  method: text,
  requestHeaders: v.nullable(headers),
  preflights: v.array(preflight),
  response: v.nullable(response),
});

export const exchange = v.object({
  id: text,
  tabId: v.number(),
  frameId: v.number(),
  documentId: nullableText,
  type: text,
  initiator: nullableText,
  topOrigin: nullableText,
  startedAt: time,
  endedAt: v.nullable(time),
  hops: v.pipe(v.array(hop), v.minLength(1)),
  state,
  error: nullableText,
  incomplete: v.boolean(),
  timing: v.nullable(v.object({ responseStatus: count, initiatorType: text })),
  log: v.nullable(
    v.object({ error: nullableText, resourceType: nullableText, initiator: v.nullable(codeLocation), requestHeaders: v.nullable(headers) }),
  ),
  opaqueCopyAt: v.exactOptional(time),
}) satisfies v.GenericSchema<unknown, Exchange>;
