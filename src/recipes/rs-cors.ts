import { entriesOf } from './gofmt.ts';
import { MAX_AGE, type Policy } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

const list = (items: readonly string[]): string => `[]string{${doubleQuoted(items)}}`;

const optionsOf = (policy: Policy): readonly (readonly [string, string])[] => [
  ['AllowedOrigins', list(policy.origins)],
  ['AllowedMethods', list(methodsOf(policy))],
  ...(policy.headers.length > 0 ? [['AllowedHeaders', list(policy.headers)] as const] : []),
  ...(policy.exposed.length > 0 ? [['ExposedHeaders', list(policy.exposed)] as const] : []),
  ...(policy.credentials ? [['AllowCredentials', 'true'] as const] : []),
  ['MaxAge', String(MAX_AGE)],
];

export const rsCors = {
  id: 'rs-cors',
  name: 'Go (rs/cors)',
  family: 'go',
  render: (policy, comments) =>
    lines(
      '// go get github.com/rs/cors',
      'import "github.com/rs/cors"',
      '',
      'withCORS := cors.New(cors.Options{',
      ...entriesOf(optionsOf(policy)),
      '})',
      `// ${comments.beforeOthers}`,
      `// ${comments.goRouter}`,
      'log.Fatal(http.ListenAndServe(":8080", withCORS.Handler(mux)))',
    ),
} as const satisfies Recipe;
