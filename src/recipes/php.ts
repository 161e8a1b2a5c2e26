import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf, quoted } from './text.ts';

export const php = {
  id: 'php',
  name: 'PHP',
  family: 'php',
  render: (policy, comments) =>
    lines(
      `// ${comments.php}`,
      "$origin = $_SERVER['HTTP_ORIGIN'] ?? '';",
      "$isPreflight = $_SERVER['REQUEST_METHOD'] === 'OPTIONS'",
      "    && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD']);",
      "header('Vary: Origin', false);",
      `if (in_array($origin, [${quoted(policy.origins)}], true)) {`,
      '    header("Access-Control-Allow-Origin: $origin");',
      policy.credentials && "    header('Access-Control-Allow-Credentials: true');",
      policy.exposed.length > 0 && `    header('Access-Control-Expose-Headers: ${joined(policy.exposed)}');`,
      '    if ($isPreflight) {',
      `        header('Access-Control-Allow-Methods: ${joined(methodsOf(policy))}');`,
      policy.headers.length > 0 && `        header('Access-Control-Allow-Headers: ${joined(policy.headers)}');`,
      `        header('Access-Control-Max-Age: ${MAX_AGE}');`,
      '    }',
      '}',
      'if ($isPreflight) {',
      '    http_response_code(204);',
      '    exit;',
      '}',
    ),
} as const satisfies Recipe;
