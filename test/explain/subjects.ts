/** What a minute's lesson is told with: each kind of request. */
import { evaluate } from '../../src/cors/evaluate.ts';
import { EXAMPLE, type Subject, subjectOf } from '../../src/explain/minute.ts';
import type { Exchange, Hop } from '../../src/model.ts';
import { answer, exchange, headers, hop, preflight } from '../cors/build.ts';

export const PAGE = 'http://localhost:8199';
const API = 'http://127.0.0.1:8200';

const sent = headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']);
const one = (more: Partial<Hop>, about: Partial<Exchange> = {}): Exchange =>
  exchange({ initiator: PAGE, hops: [hop({ url: `${API}/a`, requestHeaders: sent, response: answer(200), ...more })], ...about });
const asked = (method: string, names: string) =>
  preflight({
    url: `${API}/a`,
    requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', method], ['Access-Control-Request-Headers', names]),
    response: answer(204),
  });
const subject = (seen: Exchange): Subject => subjectOf(seen, evaluate(seen, 'chromium'));

export const SUBJECTS = {
  'an example': EXAMPLE,
  'a simple request': subject(one({})),
  'a preflighted one': subject(one({ method: 'PUT', preflights: [asked('PUT', 'authorization,content-type,x-trace')] })),
  'a preflight for nothing that can be seen': subject(one({ method: 'POST', preflights: [asked('POST', '')] })),
  'a remembered preflight': subject(one({ method: 'PUT' })),
  'a request that is not read': subject(one({ requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors']) }, { type: 'image' })),
  'one seen in part': subject(one({}, { incomplete: true })),
  'a page without an origin': subject(
    one({ requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']) }, { initiator: 'null' }),
  ),
} as const satisfies Readonly<Record<string, Subject>>;

export type SubjectName = keyof typeof SUBJECTS;
