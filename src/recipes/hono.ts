import { ALLOW_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const hono = {
  id: 'hono',
  name: 'Hono',
  family: 'node',
  render: (policy, comments) =>
    lines(
      "import { cors } from 'hono/cors';",
      '',
      `// ${comments.beforeOthers}`,
      'app.use(',
      '  cors({',
      corsOptions(policy, '    ', `[${quoted(policy.origins)}]`, ALLOW_NAMES),
      '  }),',
      ');',
    ),
} as const satisfies Recipe;
