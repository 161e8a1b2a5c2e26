import { CORS_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const vite = {
  id: 'vite',
  name: 'Vite',
  family: 'node',
  render: policy =>
    lines(
      '// vite.config.js: defineConfig({ … })',
      'server: {',
      '  cors: {',
      corsOptions(policy, '    ', `[${quoted(policy.origins)}]`, CORS_NAMES),
      '  },',
      '},',
    ),
} as const satisfies Recipe;
