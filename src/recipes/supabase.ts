/** An Edge Function answers preflights itself: https://supabase.com/docs/guides/functions/cors */
import { setHeaders } from './headers-code.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

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
      '    : await handle(request).catch(error => {',
      '        console.error(error);',
      '        return new Response(null, { status: 500 });',
      '      });',
      '  const response = new Response(answer.body, answer);',
      setHeaders(policy, '  '),
      '  return response;',
      '});',
      '',
      'async function handle(request) {',
      `  // … ${comments.untilNow}`,
      '}',
    ),
} as const satisfies Recipe;
