/** FastAPI, and Starlette, which it is made of. */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

export const fastapi = {
  id: 'fastapi',
  name: 'FastAPI',
  family: 'python',
  render: (policy, comments) =>
    lines(
      'from starlette.middleware.cors import CORSMiddleware',
      '',
      'class VaryByOrigin:',
      '    def __init__(self, app):',
      '        self.app = app',
      '',
      '    async def __call__(self, scope, receive, send):',
      '        async def send_varied(message):',
      '            if message["type"] == "http.response.start":',
      '                message["headers"] = [*message.get("headers", []), (b"vary", b"Origin")]',
      '            await send(message)',
      '        await self.app(scope, receive, send_varied)',
      '',
      `# ${comments.fastapi}`,
      'app = CORSMiddleware(',
      '    app,',
      `    allow_origins=[${doubleQuoted(policy.origins)}],`,
      `    allow_methods=[${doubleQuoted(methodsOf(policy))}],`,
      policy.headers.length > 0 && `    allow_headers=[${doubleQuoted(policy.headers)}],`,
      policy.exposed.length > 0 && `    expose_headers=[${doubleQuoted(policy.exposed)}],`,
      policy.credentials && '    allow_credentials=True,',
      `    max_age=${MAX_AGE},`,
      ')',
      'app = VaryByOrigin(app)',
    ),
} as const satisfies Recipe;
