import { CORS_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const fastify = {
  id: 'fastify',
  name: 'Fastify',
  family: 'node',
  render: (policy, comments) =>
    lines(
      '// npm install @fastify/cors',
      "import cors from '@fastify/cors';",
      '',
      `// ${comments.beforeOthers}`,
      'await app.register(cors, {',
      corsOptions(policy, '  ', `[${quoted(policy.origins)}]`, CORS_NAMES),
      '});',
      `// ${comments.varyKept}`,
      "app.addHook('onSend', async (request, reply) => {",
      "  const vary = String(reply.getHeader('Vary'));",
      `  if (!/\\borigin\\b/i.test(vary)) reply.header('Vary', \`Origin, \${vary}\`);`,
      '});',
    ),
} as const satisfies Recipe;
