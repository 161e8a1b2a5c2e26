import { ALLOW_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const koa = {
  id: 'koa',
  name: 'Koa',
  family: 'node',
  render: (policy, comments) =>
    lines(
      '// npm install @koa/cors',
      "import cors from '@koa/cors';",
      '',
      `const allowedOrigins = new Set([${quoted(policy.origins)}]);`,
      '',
      `// ${comments.beforeOthers}`,
      'app.use(async (context, next) => {',
      '  await next();',
      `  // ${comments.varyKept}`,
      "  context.vary('Origin');",
      '});',
      'app.use(',
      '  cors({',
      corsOptions(policy, '    ', "context => (allowedOrigins.has(context.get('Origin')) ? context.get('Origin') : '')", ALLOW_NAMES),
      '  }),',
      ');',
    ),
} as const satisfies Recipe;
