/** Node.js without a framework: `node:http`, and `node:https` alike. */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf, quoted } from './text.ts';

export const nodeHttp = {
  id: 'node-http',
  name: 'Node.js (node:http)',
  family: 'node',
  render: (policy, comments) =>
    lines(
      `const allowedOrigins = new Set([${quoted(policy.origins)}]);`,
      '',
      `/** ${comments.isPreflight} */`,
      'function cors(request, response) {',
      '  const { origin } = request.headers;',
      '  const isPreflight =',
      "    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;",
      `  // ${comments.varyReplaced('response.appendHeader')}`,
      "  response.appendHeader('Vary', 'Origin');",
      '  if (allowedOrigins.has(origin)) {',
      "    response.setHeader('Access-Control-Allow-Origin', origin);",
      policy.credentials && "    response.setHeader('Access-Control-Allow-Credentials', 'true');",
      policy.exposed.length > 0 && `    response.setHeader('Access-Control-Expose-Headers', '${joined(policy.exposed)}');`,
      '    if (isPreflight) {',
      `      response.setHeader('Access-Control-Allow-Methods', '${joined(methodsOf(policy))}');`,
      policy.headers.length > 0 && `      response.setHeader('Access-Control-Allow-Headers', '${joined(policy.headers)}');`,
      `      response.setHeader('Access-Control-Max-Age', '${MAX_AGE}');`,
      '    }',
      '  }',
      '  if (isPreflight) response.writeHead(204).end();',
      '  return isPreflight;',
      '}',
      '',
      'const server = http.createServer((request, response) => {',
      '  if (cors(request, response)) return;',
      `  // … ${comments.untilNow}`,
      '});',
    ),
} as const satisfies Recipe;
