import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

export const django = {
  id: 'django',
  name: 'Django',
  family: 'python',
  render: (policy, comments) =>
    lines(
      '# pip install django-cors-headers',
      `# settings.py. ${comments.beforeOthers}`,
      `# ${comments.djangoToo}`,
      'INSTALLED_APPS = ["corsheaders", *INSTALLED_APPS]',
      'MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]',
      '',
      `CORS_ALLOWED_ORIGINS = [${doubleQuoted(policy.origins)}]`,
      `CORS_ALLOW_METHODS = [${doubleQuoted(methodsOf(policy))}]`,
      `CORS_ALLOW_HEADERS = [${doubleQuoted(policy.headers)}]`,
      policy.exposed.length > 0 && `CORS_EXPOSE_HEADERS = [${doubleQuoted(policy.exposed)}]`,
      policy.credentials && 'CORS_ALLOW_CREDENTIALS = True',
      `CORS_PREFLIGHT_MAX_AGE = ${MAX_AGE}`,
    ),
} as const satisfies Recipe;
