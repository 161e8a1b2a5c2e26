import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface TemporaryDirectory {
  readonly path: string;
  remove(): void;
}

/** How often a deletion is tried where a browser that has just ended still writes its last files. */
const DELETE_RETRIES = 10;

/** A new directory, deleted by `remove` or, at the latest, when the process ends. */
export const createTemporaryDirectory = (name: string): TemporaryDirectory => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const remove = (): void => {
    process.off('exit', remove);
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: DELETE_RETRIES });
  };
  process.on('exit', remove);
  return { path: directory, remove };
};
