/** What the browser remembers when a random request is made: the answer to an earlier one for the same URL. */
import fc from 'fast-check';
import type { Line } from '../oracle.ts';
import type { Answer } from './answers.ts';
import type { Asked } from './asked.ts';

/** An earlier request, which passes, and what it was answered. */
export interface Before {
  readonly asked: Asked;
  readonly preflight: Answer;
  readonly answer: Answer;
  /** What may be remembered for a second is asked for after that second. */
  readonly isStale?: true;
}

const allowAll = ({ origin, method, headers }: Asked): readonly Line[] => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Allow-Methods', method],
  // Where many long values stand beside it, Chromium asks for leave to send the Accept of its own too.
  ['Access-Control-Allow-Headers', ['accept', ...headers.map(([name]) => name)].join(', ')],
];

const MAX_AGES: readonly (string | null)[] = ['600', '600', '600', '1', '0', '-1', 'abc', '600, 600', null];

/** The same once more, after a preflight that may be remembered: of another method, of fewer headers, with other credentials. */
const rememberedPreflight = (request: Asked): fc.Arbitrary<Before> =>
  fc
    .record({
      maxAge: fc.constantFrom(...MAX_AGES),
      isStale: fc.boolean(),
      method: fc.constantFrom(request.method, request.method, request.by === 'beacon' ? request.method : 'PUT'),
      headers: fc.constantFrom(request.headers, request.headers, request.by === 'beacon' ? request.headers : request.headers.slice(1)),
      credentials: fc.constantFrom(request.credentials, request.credentials, request.by === 'beacon' ? request.credentials : 'same-origin'),
    })
    .map(({ maxAge, isStale, ...terms }) => {
      const asked: Asked = { ...request, ...terms, body: null };
      const lines: readonly Line[] = [...allowAll(asked), ...(maxAge === null ? [] : [['Access-Control-Max-Age', maxAge] as const])];
      const earlier = { asked, preflight: { status: 204, lines }, answer: { status: 200, lines: allowAll(asked) } };
      return maxAge === '1' && isStale ? { ...earlier, isStale } : earlier;
    });

/** An answer that may be kept, made out to whoever asked first: to a picture (no CORS at all), to anybody, to this origin. */
const keptAnswer = (request: Asked): fc.Arbitrary<Before> =>
  fc
    .record({
      isPicture: fc.boolean(),
      allowed: fc.constantFrom<readonly Line[]>([], [['Access-Control-Allow-Origin', '*']], allowAll(request)),
      vary: fc.constantFrom<readonly Line[]>([], [], [['Vary', 'Origin']]),
      validator: fc.constantFrom<readonly Line[]>([], [['ETag', '"x"']]),
      maxAge: fc.constantFrom('max-age=600', 'max-age=600', 'no-cache'),
    })
    .map(({ isPicture, allowed, vary, validator, maxAge }) => {
      const asked: Asked = isPicture
        ? { ...request, by: 'image', mode: 'no-cors', method: 'GET', credentials: 'include', headers: [], body: null }
        : { ...request, by: 'fetch', mode: 'cors', method: 'GET', headers: [], body: null, credentials: 'same-origin' };
      const lines: readonly Line[] = [...(isPicture ? allowed : allowAll(request)), ...vary, ...validator, ['Cache-Control', maxAge]];
      return { asked, preflight: { status: 204, lines: [] }, answer: { status: 200, lines } };
    });

const hasPictures = ({ from }: Asked): boolean => from === 'page' || from === 'cross-site-frame' || from === 'sandboxed-frame';

export const before = (request: Asked): fc.Arbitrary<Before> =>
  request.mode === 'cors' && request.method === 'GET' && hasPictures(request)
    ? fc.oneof(rememberedPreflight(request), keptAnswer(request))
    : rememberedPreflight(request);
