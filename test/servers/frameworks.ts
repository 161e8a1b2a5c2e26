/** Applications of frameworks that come as packages of their own: they ask for a sign-in whatever the method, and know nothing of CORS. */
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { startNext } from './development.ts';
import { SCRATCH, versionsOf } from './packages.ts';
import { type ServerUnderTest, type Setup, SIGN_IN, writeIn } from './under-test.ts';

const nestApp = (recipe: string, port: number): string => `import 'reflect-metadata';
import { All, Controller, Header, Module, UnauthorizedException } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';

const guard = {
  canActivate(context) {
    if (context.switchToHttp().getRequest().headers.authorization === '${SIGN_IN}') return true;
    throw new UnauthorizedException();
  },
};

@Controller()
class Site {
  @All('data') @Header('X-Total', '3') data() {
    return { ok: true };
  }
  @All('fail') fail() {
    throw new Error('broken');
  }
}

@Module({ controllers: [Site], providers: [{ provide: APP_GUARD, useValue: guard }] })
class AppModule {}

const app = await NestFactory.create(AppModule);
${recipe}
await app.listen(${port}, '127.0.0.1');
`;

/** As Nest's own compiler makes it of decorators. */
const compiled = (code: string): string =>
  transformSync(code, { loader: 'ts', tsconfigRaw: { compilerOptions: { experimentalDecorators: true } } }).code;

const NEXT_SIGN_IN = `  if (request.headers.get('Authorization') !== '${SIGN_IN}')
    return new NextResponse(null, { status: 401, headers: { 'WWW-Authenticate': 'Basic' } });
  return NextResponse.next();`;

const NEXT_BROKEN = `import { type NextRequest, NextResponse } from 'next/server';
export function proxy(request: NextRequest) {
${NEXT_SIGN_IN}
}
`;

const nextApp = ({ recipe, directory }: Setup): void => {
  const proxy = recipe === null ? NEXT_BROKEN : recipe.replace(/^ *\/\/ … .*\n.*$/m, NEXT_SIGN_IN);
  writeIn(directory, 'proxy.ts', proxy);
  for (const [name, handler] of Object.entries({
    data: "Response.json({ ok: true }, { headers: { 'X-Total': '3' } })",
    fail: "Promise.reject(new Error('broken'))",
  })) {
    const folder = path.join(directory, 'app', 'api', name);
    fs.mkdirSync(folder, { recursive: true });
    writeIn(folder, 'route.js', `export const PUT = () => ${handler};\n`);
  }
};

export const FRAMEWORKS: readonly ServerUnderTest[] = [
  {
    id: 'nestjs',
    version: versionsOf({ NestJS: '@nestjs/core' }),
    scratch: SCRATCH,
    command: ({ recipe, port, directory }) => [process.execPath, writeIn(directory, 'app.mjs', compiled(nestApp(recipe ?? '', port)))],
  },
  {
    id: 'nextjs',
    version: versionsOf({ 'Next.js': 'next' }),
    scratch: SCRATCH,
    base: '/api',
    command: setup => {
      nextApp(setup);
      return startNext(setup);
    },
  },
];
