/** Its own option names origins alone: https://firebase.google.com/docs/functions/http-events. For more, the package that it is made of. */
import { CORS_NAMES, corsOptions } from './cors-options.ts';
import type { Policy } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

const ONREQUEST = "import { onRequest } from 'firebase-functions/v2/https';";

const byOption = ({ origins }: Policy, untilNow: string): string =>
  lines(ONREQUEST, '', `export const api = onRequest({ cors: [${quoted(origins)}] }, (request, response) => {`, `  // … ${untilNow}`, '});');

const byPackage = (policy: Policy, untilNow: string): string =>
  lines(
    '// npm install cors',
    "import cors from 'cors';",
    ONREQUEST,
    '',
    'const withCors = cors({',
    corsOptions(policy, '  ', `[${quoted(policy.origins)}]`, CORS_NAMES),
    '});',
    '',
    'export const api = onRequest(async (request, response) => {',
    '  await new Promise(resolve => withCors(request, response, resolve));',
    `  // … ${untilNow}`,
    '});',
  );

/** What the option allows by itself: these methods, and whatever header is asked for. */
const isPlain = ({ methods, exposed, credentials }: Policy): boolean =>
  !credentials && exposed.length === 0 && methods.every(method => ['PUT', 'PATCH', 'DELETE'].includes(method));

export const firebaseFunctions = {
  id: 'firebase-functions',
  name: 'Firebase Functions',
  family: 'platform',
  render: (policy, comments) => (isPlain(policy) ? byOption : byPackage)(policy, comments.untilNow),
} as const satisfies Recipe;
