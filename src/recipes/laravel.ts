/** Laravel from version 9.2, whose own middleware reads this. */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { lines, methodsOf, quoted } from './text.ts';

export const laravel = {
  id: 'laravel',
  name: 'Laravel',
  family: 'php',
  render: (policy, comments) =>
    lines(
      '<?php',
      `// ${comments.laravel}`,
      'return [',
      "    'paths' => ['*'],",
      `    // ${comments.laravelOrigins}`,
      `    'allowed_origins' => [${quoted(policy.origins)}],`,
      "    'allowed_origins_patterns' => [],",
      `    'allowed_methods' => [${quoted(methodsOf(policy))}],`,
      `    'allowed_headers' => [${quoted(policy.headers)}],`,
      `    'exposed_headers' => [${quoted(policy.exposed)}],`,
      `    'supports_credentials' => ${policy.credentials},`,
      `    'max_age' => ${MAX_AGE},`,
      '];',
    ),
} as const satisfies Recipe;
