/** The steps of `npm test`, each a program of its own whose outcome is counted. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './project.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const PASSED: Counts = { passed: 1, failed: 0 };
export const FAILED: Counts = { passed: 0, failed: 1 };

/** How much of a program's JSON is read: what is longer is no report of its. */
const MAX_OUTPUT = 16 * 1024 * 1024;

/** A program that a package brings, run by this Node. */
const bin = (packageName: string, name: string): string => {
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'node_modules', packageName, 'package.json'), 'utf8'));
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  return path.join(ROOT, 'node_modules', packageName, file);
};

/** Runs it with its output shown (or taken) and no input; gives its exit code, and what was taken. */
const run = (
  program: string,
  args: readonly string[],
  { take = false, env = {} }: { readonly take?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ['ignore', take ? 'pipe' : 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (output.length < MAX_OUTPUT) output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', code => resolve({ code: code ?? 1, output }));
  });

const byExitCode = async (program: string, args: readonly string[]): Promise<Counts> => ((await run(program, args)).code === 0 ? PASSED : FAILED);

export const checkTypes = (): Promise<Counts> => byExitCode(bin('typescript', 'tsc'), ['-p', '.']);

export const lint = (): Promise<Counts> => byExitCode(bin('@biomejs/biome', 'biome'), ['check', '--config-path=test/lint.json', '.']);

interface LinterMessage {
  readonly _type: string;
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** What the linter of addons.mozilla.org has to say of the extension; anything at all is a failure. */
export const readLinterMessages = (json: string): readonly string[] => {
  const { errors, warnings, notices } = JSON.parse(json) as Record<'errors' | 'warnings' | 'notices', readonly LinterMessage[]>;
  return [...errors, ...warnings, ...notices].map(({ _type, code, message, file, line }) => {
    const place = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
    return `${_type} ${code}: ${message}${place}`;
  });
};

export const lintExtension = async (directory: string): Promise<Counts> => {
  const { output } = await run(bin('addons-linter', 'addons-linter'), ['--output', 'json', directory], { take: true });
  const messages = readLinterMessages(output);
  console.log(messages.length === 0 ? 'No error, warning or notice.' : messages.join('\n'));
  return messages.length === 0 ? PASSED : FAILED;
};

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/** A file that fails before or beside its tests (it cannot be loaded, a hook throws) counts as one failure. */
export const readVitestReport = (json: string): Counts => {
  const { numPassedTests, numFailedTests, success, testResults } = JSON.parse(json) as VitestReport;
  const brokenFiles = testResults.filter(file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed')).length;
  const failed = numFailedTests + brokenFiles;
  // Nothing that passed is no success either: no test was found.
  const unnamed = (!success && failed === 0) || numPassedTests + failed === 0 ? 1 : 0;
  return { passed: numPassedTests, failed: failed + unnamed };
};

/** One vitest project. Its counts are in a file that only this run writes. */
export const runVitest = async (project: 'unit' | 'browser', env: Readonly<Record<string, string>> = {}): Promise<Counts> => {
  const report = path.join(ROOT, 'node_modules', '.cache', 'cors-devtools', `vitest-${project}-${process.pid}.json`);
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    // A project's own configuration has no say in that.
    ...(project === 'unit' ? ['--sequence.shuffle'] : []),
  ];
  try {
    const { code } = await run(bin('vitest', 'vitest'), args, { env });
    if (!fs.existsSync(report)) return FAILED;
    const counts = readVitestReport(fs.readFileSync(report, 'utf8'));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    fs.rmSync(report, { force: true });
  }
};
