/** An Edge Function answers preflights itself: https://supabase.com/docs/guides/functions/cors */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf, quoted } from './text.ts';

export const supabase = {
  id: 'supabase',
  name: 'Supabase Edge Functions',
  family: 'platform',
  render: (policy, comments) =>
    lines(
      `const allowedOrigins = new Set([${quoted(policy.origins)}]);`,
      '',
      'Deno.serve(async request => {',
      "  const origin = request.headers.get('Origin');",
      `  // ${comments.isPreflight}`,
      '  const isPreflight =',
      "    request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');",
      '  const answer = isPreflight',
      '    ? new Response(null, { status: 204 })',
      '    : await handle(request).catch(() => new Response(null, { status: 500 }));',
      '  const response = new Response(answer.body, answer);',
      "  response.headers.append('Vary', 'Origin');",
      '  if (allowedOrigins.has(origin)) {',
      "    response.headers.set('Access-Control-Allow-Origin', origin);",
      policy.credentials && "    response.headers.set('Access-Control-Allow-Credentials', 'true');",
      policy.exposed.length > 0 && `    response.headers.set('Access-Control-Expose-Headers', '${joined(policy.exposed)}');`,
      '    if (isPreflight) {',
      `      response.headers.set('Access-Control-Allow-Methods', '${joined(methodsOf(policy))}');`,
      policy.headers.length > 0 && `      response.headers.set('Access-Control-Allow-Headers', '${joined(policy.headers)}');`,
      `      response.headers.set('Access-Control-Max-Age', '${MAX_AGE}');`,
      '    }',
      '  }',
      '  return response;',
      '});',
      '',
      'async function handle(request) {',
      `  // … ${comments.untilNow}`,
      '}',
    ),
} as const satisfies Recipe;
