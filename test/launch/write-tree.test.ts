import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import { writeTree } from '../../src/launch/write-tree.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('makes the directory hold exactly the files, and leaves alone what is there already', () => {
  const { path: directory, remove } = createTemporaryDirectory('write-tree');
  writeTree(
    directory,
    new Map([
      ['kept.js', bytes('1')],
      ['changed.js', bytes('1')],
      ['old/gone.js', bytes('1')],
    ]),
  );
  const kept = path.join(directory, 'kept.js');
  const long = new Date(0);
  fs.utimesSync(kept, long, long);
  writeTree(
    directory,
    new Map([
      ['kept.js', bytes('1')],
      ['changed.js', bytes('2')],
      ['new/here.js', bytes('3')],
    ]),
  );
  const files = fs.readdirSync(directory, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const contents = files.map(file => [file.name, fs.readFileSync(path.join(file.parentPath, file.name), 'utf8')]);
  expect(new Map(contents as [string, string][])).toEqual(
    new Map([
      ['kept.js', '1'],
      ['changed.js', '2'],
      ['here.js', '3'],
    ]),
  );
  expect(fs.statSync(kept).mtime).toEqual(long);
  remove();
});
