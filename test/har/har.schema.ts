/** HAR 1.2 as a JSON schema, from the specification's own words: what is required, of which type, and which numbers may be -1. Custom fields begin with an underscore. */

const text = { type: 'string' } as const;
const date = { type: 'string', format: 'date-time' } as const;
const size = { type: 'integer', minimum: -1 } as const;
const known = { type: 'number', minimum: 0 } as const;
const perhaps = { type: 'number', minimum: -1 } as const;

const object = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, comment: text, ...optional },
  patternProperties: { '^_': {} },
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });

const named = { name: text, value: text };
const cookie = object(named, {
  path: text,
  domain: text,
  expires: { anyOf: [date, { type: 'null' }] },
  httpOnly: { type: 'boolean' },
  secure: { type: 'boolean' },
});
const program = object({ name: text, version: text });

export const HAR_SCHEMA = object({
  log: object(
    {
      version: { const: '1.2' },
      creator: program,
      entries: list(
        object(
          {
            startedDateTime: date,
            time: known,
            request: object(
              {
                method: text,
                url: text,
                httpVersion: text,
                cookies: list(cookie),
                headers: list(object(named)),
                queryString: list(object(named)),
                headersSize: size,
                bodySize: size,
              },
              { postData: object({ mimeType: text, params: list(object({ name: text })), text }) },
            ),
            response: object({
              status: { type: 'integer' },
              statusText: text,
              httpVersion: text,
              cookies: list(cookie),
              headers: list(object(named)),
              content: object({ size: { type: 'integer' }, mimeType: text }, { compression: { type: 'integer' }, text, encoding: text }),
              redirectURL: text,
              headersSize: size,
              bodySize: size,
            }),
            cache: object({}, { beforeRequest: {}, afterRequest: {} }),
            timings: object({ send: known, wait: known, receive: known }, { blocked: perhaps, dns: perhaps, connect: perhaps, ssl: perhaps }),
          },
          { pageref: text, serverIPAddress: text, connection: text },
        ),
      ),
    },
    {
      browser: program,
      pages: list(
        object({
          startedDateTime: date,
          id: text,
          title: text,
          pageTimings: object({}, { onContentLoad: perhaps, onLoad: perhaps }),
        }),
      ),
    },
  ),
});
