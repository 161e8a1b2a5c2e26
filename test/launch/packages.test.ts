import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { arePackagesCurrent } from '../../src/launch/packages.mjs';
import { ROOT } from '../../src/launch/project.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';

type Packages = Record<string, { readonly version: string; readonly integrity?: string; readonly optional?: boolean }>;

const a = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
const other = { 'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-o', optional: true } };

describe('arePackagesCurrent', () => {
  it.each<{ title: string; locked: Packages; installed: Packages | null; folders: readonly string[]; current: boolean }>([
    { title: 'what is locked is there', locked: a, installed: a, folders: ['a'], current: true },
    { title: 'an optional package for another system is not', locked: { ...a, ...other }, installed: a, folders: ['a'], current: true },
    { title: 'nothing is there', locked: a, installed: null, folders: [], current: false },
    { title: 'a package is missing', locked: { ...a, 'node_modules/b': { version: '1.0.0' } }, installed: a, folders: ['a'], current: false },
    {
      title: 'a version differs',
      locked: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } },
      installed: a,
      folders: ['a'],
      current: false,
    },
    {
      title: 'the content differs',
      locked: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } },
      installed: a,
      folders: ['a'],
      current: false,
    },
    { title: 'a package is no longer wanted', locked: {}, installed: a, folders: ['a'], current: false },
    { title: 'a folder was deleted', locked: a, installed: a, folders: [], current: false },
  ])('$current where $title', ({ locked, installed, folders, current }) => {
    const { path: root, remove } = createTemporaryDirectory('packages');
    fs.writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '0.1.0' }, ...locked } }));
    for (const folder of folders) {
      fs.mkdirSync(path.join(root, 'node_modules', folder), { recursive: true });
      fs.writeFileSync(path.join(root, 'node_modules', folder, 'package.json'), '{}');
    }
    if (installed !== null) {
      fs.mkdirSync(path.join(root, 'node_modules'), { recursive: true });
      fs.writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
    }
    expect(arePackagesCurrent(root)).toBe(current);
    remove();
  });
});

describe('withLock', () => {
  /** Takes the lock in a process of its own, and writes when it began and ended its work. */
  const program = (log: string, lock: string): string => `
    import fs from 'node:fs';
    import { withLock } from ${JSON.stringify(path.join(ROOT, 'src/launch/packages.mjs'))};
    await withLock(${JSON.stringify(lock)}, async () => {
      fs.appendFileSync(${JSON.stringify(log)}, 'begin ');
      await new Promise(resolve => setTimeout(resolve, 100));
      fs.appendFileSync(${JSON.stringify(log)}, 'end ');
    });`;

  it('lets one process in at a time, and takes over from one that died', async () => {
    const { path: directory, remove } = createTemporaryDirectory('lock');
    const log = path.join(directory, 'log');
    const dying = `import { withLock } from ${JSON.stringify(path.join(ROOT, 'src/launch/packages.mjs'))};
      await withLock(${JSON.stringify(directory)}, () => process.kill(process.pid, 'SIGKILL'));`;
    const node = (source: string) => promisify(execFile)(process.execPath, ['--input-type=module', '-e', source]);
    await expect(node(dying)).rejects.toThrow();
    await Promise.all([node(program(log, directory)), node(program(log, directory)), node(program(log, directory))]);
    expect(fs.readFileSync(log, 'utf8')).toBe('begin end '.repeat(3));
    remove();
  });
});
