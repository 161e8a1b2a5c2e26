import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../src/launch/project.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';

const guard = transformSync(fs.readFileSync(path.join(ROOT, 'src/launch/guard.ts'), 'utf8'), { loader: 'ts' }).code;

/** A program that starts a "browser" in a group of its own, has it guarded, tells its id, and then does as it is told. */
const program = (directory: string, end: string): string => `${guard}
  const browser = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  const release = guardBrowser(browser.pid, ${JSON.stringify(directory)});
  process.stdout.write(String(browser.pid), () => { ${end} });
`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const start = (source: string): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });

describe.runIf(process.platform !== 'win32')('guardBrowser', () => {
  it.each([
    { title: 'is killed', end: "process.kill(process.pid, 'SIGKILL')" },
    { title: 'ends without closing it', end: 'process.exit(1)' },
    { title: 'ends the watch', end: 'release()' },
  ])('kills the browser and deletes its profile when the process $title', async ({ end }) => {
    const { path: directory } = createTemporaryDirectory('guarded');
    fs.writeFileSync(path.join(directory, 'file'), 'x');
    const child = start(program(directory, end));
    const [pid] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
    await vi.waitUntil(() => !isAlive(Number(pid)) && !fs.existsSync(directory), { timeout: 10_000 });
    child.kill('SIGKILL');
    expect(fs.existsSync(directory)).toBe(false);
  });
});
