/** Recipes of what cannot be started here, read by the language's own checker. Without a checker they are left out, and that is said. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeWords } from '../../panel/later-words.ts';
import { createTemporaryDirectory, type TemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import { type RecipeId, recipeOf } from '../../src/recipes/index.ts';
import type { Policy } from '../../src/recipes/policy.ts';
import { printed, writeIn } from './under-test.ts';

const least: Policy = { origins: ['https://app.example'], methods: [], headers: [], exposed: [], credentials: false };
const POLICIES: readonly Policy[] = [
  least,
  {
    origins: ['https://app.example', 'http://[::1]:8080'],
    methods: ['PUT', 'PATCH'],
    headers: ['x-trace'],
    exposed: ['ETag', '*'],
    credentials: true,
  },
];

/** What the recipe uses of Spring, with nothing behind it. */
const SPRING: Readonly<Record<string, string>> = {
  'org.springframework.boot.web.servlet.FilterRegistrationBean':
    'public class FilterRegistrationBean<T> { public FilterRegistrationBean(T filter) {} public void setOrder(int order) {} }',
  'org.springframework.context.annotation.Bean': 'public @interface Bean {}',
  'org.springframework.context.annotation.Configuration': 'public @interface Configuration {}',
  'org.springframework.core.Ordered': 'public interface Ordered { int HIGHEST_PRECEDENCE = 0; }',
  'org.springframework.web.cors.CorsConfiguration': `public class CorsConfiguration {
    public void setAllowedOrigins(java.util.List<String> names) {}
    public void setAllowedMethods(java.util.List<String> names) {}
    public void setAllowedHeaders(java.util.List<String> names) {}
    public void setExposedHeaders(java.util.List<String> names) {}
    public void setAllowCredentials(Boolean allow) {}
    public void setMaxAge(Long seconds) {}
}`,
  'org.springframework.web.cors.UrlBasedCorsConfigurationSource':
    'public class UrlBasedCorsConfigurationSource { public void registerCorsConfiguration(String path, CorsConfiguration cors) {} }',
  'org.springframework.web.filter.CorsFilter':
    'public class CorsFilter { public CorsFilter(org.springframework.web.cors.UrlBasedCorsConfigurationSource source) {} }',
};

const writeSpring = (directory: string): void => {
  for (const [name, source] of Object.entries(SPRING)) {
    const parts = name.split('.');
    const folder = path.join(directory, ...parts.slice(0, -1));
    fs.mkdirSync(folder, { recursive: true });
    writeIn(folder, `${parts.at(-1)}.java`, `package ${parts.slice(0, -1).join('.')};\n${source}\n`);
  }
};

interface Checked {
  readonly id: RecipeId;
  readonly file: string;
  readonly checker: string;
  /** How the checker says that it is there. */
  readonly version: string;
  readonly check: (file: string, directory: string) => readonly string[];
  readonly prepare?: (directory: string) => void;
}

const CHECKED: readonly Checked[] = [
  { id: 'laravel', file: 'cors.php', checker: 'php', version: '--version', check: file => ['-l', file] },
  { id: 'azure-blob', file: 'cors.sh', checker: 'bash', version: '--version', check: file => ['-n', file] },
  {
    id: 'spring',
    file: 'CorsConfig.java',
    checker: 'javac',
    version: '-version',
    check: (file, directory) => ['-d', path.join(directory, 'classes'), '-sourcepath', directory, file],
    prepare: writeSpring,
  },
];
const CASES = CHECKED.flatMap(checked => POLICIES.map((policy, number) => ({ ...checked, policy, number })));

describe('a recipe that is not proven', () => {
  let directory: TemporaryDirectory;
  beforeAll(() => {
    directory = createTemporaryDirectory('cors-devtools-syntax');
  });
  afterAll(() => directory?.remove());

  it.for(CASES)('for $id, of policy $number, is read by $checker', ({ id, file, checker, version, check, prepare, policy }, { skip }) => {
    if (printed(checker, version) === null) return skip(`${checker} is not installed`);
    prepare?.(directory.path);
    const written = writeIn(directory.path, file, recipeOf(id)?.render(policy, recipeWords.comments) ?? '');
    expect(printed(checker, ...check(written, directory.path))).not.toBe(null);
    expect(printed(checker, ...check(writeIn(directory.path, file, `${fs.readFileSync(written, 'utf8')}\n) = (`), directory.path))).toBe(null);
  });
});
