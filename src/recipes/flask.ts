import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

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
      `    origins=[${doubleQuoted(policy.origins)}],`,
      `    methods=[${doubleQuoted(methodsOf(policy))}],`,
      policy.headers.length > 0 && `    allow_headers=[${doubleQuoted(policy.headers)}],`,
      policy.exposed.length > 0 && `    expose_headers=[${doubleQuoted(policy.exposed)}],`,
      policy.credentials && '    supports_credentials=True,',
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
