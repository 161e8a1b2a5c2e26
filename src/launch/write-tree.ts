import fs from 'node:fs';
import path from 'node:path';

const isSame = (file: string, content: Uint8Array): boolean => {
  try {
    return Buffer.compare(fs.readFileSync(file), content) === 0;
  } catch {
    return false;
  }
};

/** Replaces a file in one step, so that a browser or another build never reads half of it. */
export const replaceFile = (file: string, content: Uint8Array): void => {
  if (isSame(file, content)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.half`;
  fs.writeFileSync(half, content);
  fs.renameSync(half, file);
};

/** Makes the directory hold exactly these files. What is already there is left alone: a browser may have it loaded. */
export const writeTree = (directory: string, files: ReadonlyMap<string, Uint8Array>): void => {
  for (const [name, content] of files) replaceFile(path.join(directory, name), content);
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(directory, file).replaceAll(path.sep, '/');
    if (entry.isFile() && !files.has(name) && !name.endsWith('.half')) fs.rmSync(file, { force: true });
  }
};
