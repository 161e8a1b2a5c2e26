import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf, quoted } from './text.ts';

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
