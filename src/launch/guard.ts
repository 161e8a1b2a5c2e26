import { spawn } from 'node:child_process';

/** Waits for the end of its input, which comes when this process ends, however it ends; then kills the group and deletes the directory. */
const SCRIPT = 'cat > /dev/null; kill -s KILL -- "-$1" 2> /dev/null; rm -rf -- "$2"';

/**
 * Sees to it that a browser does not outlive this process, not even where this process is killed: a test runner kills a
 * worker that hangs. `group` is the browser's process group, `directory` its profile. Gives what ends the watch, to be
 * called when the browser has ended.
 */
export const guardBrowser = (group: number, directory: string): (() => void) => {
  // There is neither a shell nor a process group there.
  if (process.platform === 'win32') return () => undefined;
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'guard', String(group), directory], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  // A guard that could not be started guards nothing; the browser works all the same.
  guard.once('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  return () => void guard.stdin.end();
};
