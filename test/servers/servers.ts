/** Every server that a recipe is proven on. */
import { DEV_SERVERS } from './dev-servers.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { GO_SERVERS } from './go.ts';
import { JAVA_SERVERS } from './java.ts';
import { NODE_SERVERS } from './node-servers.ts';
import { PHP_SERVERS } from './php.ts';
import { PLATFORMS } from './platforms.ts';
import { PROXIES } from './proxies.ts';
import { PYTHON_SERVERS } from './python.ts';
import { RUBY_SERVERS } from './ruby.ts';
import type { ServerUnderTest } from './under-test.ts';

const PACKAGED = [...NODE_SERVERS, ...FRAMEWORKS, ...DEV_SERVERS, ...PLATFORMS];

export const SERVERS_UNDER_TEST: readonly ServerUnderTest[] = [
  ...PACKAGED,
  ...PROXIES,
  ...PYTHON_SERVERS,
  ...PHP_SERVERS,
  ...RUBY_SERVERS,
  ...GO_SERVERS,
  ...JAVA_SERVERS,
];

/** The lock files decide on the versions of these; elsewhere others may be installed than the recipe was proven on first. */
export const PINNED: ReadonlySet<string> = new Set(PACKAGED.map(({ id }) => id).filter(id => id !== 'node-http'));
