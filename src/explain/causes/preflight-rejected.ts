/** A framework refuses what is not on its list with a bad request, or takes OPTIONS for the request itself. */
import type { CauseRule } from './cause.ts';
import { field, serverIs } from './signs.ts';
import { preflightStatus } from './status.ts';

export const preflightRejected = {
  code: 'preflight-rejected',
  kind: 'preflight',
  find: facts => {
    const status = preflightStatus(facts);
    if (status !== 400 && status !== 422) return null;
    // Starlette's refusals, which FastAPI's are, are plain text: https://github.com/encode/starlette/blob/master/starlette/middleware/cors.py
    return status === 400 && (serverIs(facts, /^(?:uvicorn|hypercorn|daphne|granian)\b/i) || /^text\/plain\b/i.test(field(facts, 'content-type')))
      ? 'likely'
      : 'possible';
  },
} as const satisfies CauseRule;
