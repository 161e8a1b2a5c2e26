import { setHeaders } from './headers-code.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const nextjs = {
  id: 'nextjs',
  name: 'Next.js',
  family: 'node',
  render: (policy, comments) =>
    lines(
      `// ${comments.nextjs}`,
      "import { type NextRequest, NextResponse } from 'next/server';",
      '',
      `const allowedOrigins = new Set([${quoted(policy.origins)}]);`,
      '',
      'export async function proxy(request: NextRequest) {',
      "  const origin = request.headers.get('Origin') ?? '';",
      '  const isPreflight =',
      "    request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');",
      '  const response = isPreflight ? new NextResponse(null, { status: 204 }) : await answer(request);',
      setHeaders(policy, '  '),
      '  return response;',
      '}',
      '',
      'async function answer(request: NextRequest) {',
      `  // … ${comments.untilNow}`,
      '  return NextResponse.next();',
      '}',
      '',
      `// ${comments.nextjsMatcher}`,
      "export const config = { matcher: '/api/:path*' };",
    ),
} as const satisfies Recipe;
