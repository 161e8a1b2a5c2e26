import { CORS_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const nestjs = {
  id: 'nestjs',
  name: 'NestJS',
  family: 'node',
  render: (policy, comments) =>
    lines(`// main.ts. ${comments.nestjs}`, 'app.enableCors({', corsOptions(policy, '  ', `[${quoted(policy.origins)}]`, CORS_NAMES), '});'),
} as const satisfies Recipe;
