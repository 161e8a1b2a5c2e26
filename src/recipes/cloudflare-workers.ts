import { setHeaders } from './headers-code.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const cloudflareWorkers = {
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  family: 'platform',
  render: (policy, comments) =>
    lines(
      `const allowedOrigins = new Set([${quoted(policy.origins)}]);`,
      '',
      'export default {',
      '  async fetch(request, env, context) {',
      "    const origin = request.headers.get('Origin');",
      '    const isPreflight =',
      "      request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');",
      '    const answered = isPreflight',
      '      ? new Response(null, { status: 204 })',
      '      : await answer(request, env, context).catch(error => {',
      `          // ${comments.uncaught}`,
      '          console.error(error);',
      '          return new Response(null, { status: 500 });',
      '        });',
      `    // ${comments.copyOfResponse}`,
      '    const response = new Response(answered.body, answered);',
      setHeaders(policy, '    '),
      '    return response;',
      '  },',
      '};',
      '',
      'async function answer(request, env, context) {',
      `  // … ${comments.untilNow}`,
      '}',
    ),
} as const satisfies Recipe;
