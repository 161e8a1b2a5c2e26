/** Go's net/http without a package for CORS: any router of it alike. */
import { entriesOf } from './gofmt.ts';
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf } from './text.ts';

export const goHttp = {
  id: 'go-http',
  name: 'Go (net/http)',
  family: 'go',
  render: (policy, comments) =>
    lines(
      'var allowedOrigins = map[string]bool{',
      ...entriesOf(policy.origins.map(origin => [`"${origin}"`, 'true'])),
      '}',
      '',
      'func cors(next http.Handler) http.Handler {',
      '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {',
      '\t\torigin := r.Header.Get("Origin")',
      `\t\t// ${comments.isPreflight}`,
      '\t\tisPreflight := r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != ""',
      '\t\tw.Header().Add("Vary", "Origin")',
      '\t\tif allowedOrigins[origin] {',
      '\t\t\tw.Header().Set("Access-Control-Allow-Origin", origin)',
      policy.credentials && '\t\t\tw.Header().Set("Access-Control-Allow-Credentials", "true")',
      policy.exposed.length > 0 && `\t\t\tw.Header().Set("Access-Control-Expose-Headers", "${joined(policy.exposed)}")`,
      '\t\t\tif isPreflight {',
      `\t\t\t\tw.Header().Set("Access-Control-Allow-Methods", "${joined(methodsOf(policy))}")`,
      policy.headers.length > 0 && `\t\t\t\tw.Header().Set("Access-Control-Allow-Headers", "${joined(policy.headers)}")`,
      `\t\t\t\tw.Header().Set("Access-Control-Max-Age", "${MAX_AGE}")`,
      '\t\t\t}',
      '\t\t}',
      '\t\tif isPreflight {',
      '\t\t\tw.WriteHeader(http.StatusNoContent)',
      '\t\t\treturn',
      '\t\t}',
      '\t\tnext.ServeHTTP(w, r)',
      '\t})',
      '}',
      '',
      `// ${comments.beforeOthers}`,
      `// ${comments.goRouter}`,
      'log.Fatal(http.ListenAndServe(":8080", cors(mux)))',
    ),
} as const satisfies Recipe;
