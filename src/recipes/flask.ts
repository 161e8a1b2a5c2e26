import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, escaped, lines, methodsOf } from './text.ts';

/** flask-cors takes a text with a bracket for a regular expression, and for one that may match anywhere. */
const asOrigin = (origin: string): string => (origin.includes('[') ? `r"^${escaped(origin)}$"` : `"${origin}"`);

export const flask = {
  id: 'flask',
  name: 'Flask',
  family: 'python',
  render: (policy, comments) =>
    lines(
      '# pip install flask-cors',
      'from flask import request',
      'from flask_cors import CORS',
      '',
      'CORS(',
      '    app,',
      `    origins=[${policy.origins.map(asOrigin).join(', ')}],`,
      `    methods=[${doubleQuoted(methodsOf(policy))}],`,
      `    allow_headers=[${doubleQuoted(policy.headers)}],`,
      policy.exposed.length > 0 && `    expose_headers=[${doubleQuoted(policy.exposed)}],`,
      policy.credentials && '    supports_credentials=True,',
      '    always_send=False,',
      `    max_age=${MAX_AGE},`,
      ')',
      '',
      `# ${comments.beforeOthers}`,
      '@app.before_request',
      'def answer_preflight():',
      '    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:',
      '        return app.make_default_options_response()',
      '',
      '@app.after_request',
      'def vary_by_origin(response):',
      '    response.vary.add("Origin")',
      '    return response',
    ),
} as const satisfies Recipe;
