import { CORS_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const express = {
  id: 'express',
  name: 'Express',
  family: 'node',
  render: (policy, comments) =>
    lines(
      '// npm install cors',
      "import cors from 'cors';",
      '',
      `// ${comments.beforeOthers}`,
      `// ${comments.varyReplaced('response.vary')}`,
      'app.use(',
      '  cors({',
      corsOptions(policy, '    ', `[${quoted(policy.origins)}]`, CORS_NAMES),
      '  }),',
      ');',
    ),
} as const satisfies Recipe;
